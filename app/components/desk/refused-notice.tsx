import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';

const CODES = [
  'not_allowed',
  'already_cancelled',
  'not_confirmed',
  'too_late',
  'too_early',
  'not_found',
  'refund_changed',
  'reason_missing',
  'not_no_show',
  'not_held',
  'already_lifted',
] as const;

/** Why a step at the desk was refused, in words. */
export function refusedText(code: string, t: TFunction<'admin'>): string {
  const known = CODES.find((candidate) => candidate === code);
  return t(known ? `refused.${known}` : 'refused.unknown');
}

export function RefusedNotice({ code }: { code: string }) {
  const { t } = useTranslation('admin');
  return (
    <Notice tone="danger" title={t('refused.title')} announce>
      {refusedText(code, t)}
    </Notice>
  );
}
