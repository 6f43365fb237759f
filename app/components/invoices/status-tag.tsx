import { useTranslation } from 'react-i18next';
import type { InvoiceStatus } from '~/modules/billing/invoices/invoice-status';
import { Tag, type TagTone } from '../ui/tag';

const TONE = {
  issuing: 'straw',
  open: 'straw',
  partly_paid: 'straw',
  paid: 'spruce',
  void: 'plain',
  uncollectible: 'plain',
  discarded: 'plain',
  overdue: 'red',
  disputed: 'red',
} as const satisfies Record<InvoiceStatus, TagTone>;

export function StatusTag({ status }: { status: InvoiceStatus }) {
  const { t } = useTranslation('invoices');
  return <Tag tone={TONE[status]}>{t(`status.${status}`)}</Tag>;
}
