import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';

const CODES = [
  'hits_changed',
  'overlaps_itself',
  'past',
  'too_many_dates',
  'unknown_room',
  'already_lifted',
  'not_found',
  'offer_over',
] as const;

/** Why rooms were not closed or opened. */
export function ClosureRefused({ code }: { code: string }) {
  const { t } = useTranslation('closures');
  const known = CODES.find((candidate) => candidate === code);
  return (
    <Notice tone="danger" title={t('refused.title')} announce>
      {known && t(`refused.${known}`)}
    </Notice>
  );
}
