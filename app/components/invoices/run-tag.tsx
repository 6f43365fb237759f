import { useTranslation } from 'react-i18next';
import type { RunState } from '~/modules/billing/invoices/invoice-run';
import { Tag, type TagTone } from '../ui/tag';

const TONE = { running: 'straw', finished: 'spruce', stopped: 'red' } as const satisfies Record<RunState, TagTone>;

export function RunTag({ state }: { state: RunState }) {
  const { t } = useTranslation('invoicing');
  return <Tag tone={TONE[state]}>{t(`runState.${state}`)}</Tag>;
}
