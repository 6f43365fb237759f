import type { TFunction } from 'i18next';

const KINDS = [
  'late_payment_refunded',
  'double_payment',
  'amount_mismatch',
  'payment_without_booking',
  'refund_failed',
  'refund_refused',
  'unknown_refund',
  'checkout_refused',
  'authorisation_lost',
  'captured_unasked',
  'release_refused',
  'receipt_not_made',
  'invoice_not_issued',
  'invoice_total_differs',
  'invoice_overpaid',
  'invoice_paid_twice',
  'paid_elsewhere',
  'invoice_closed_at_stripe',
  'credit_note_refused',
  'dispute',
] as const;

/** What a payment difference is, in words; a kind of later days is a difference all the same. */
export function differenceTitle(kind: string, t: TFunction<'admin'>): string {
  const known = KINDS.find((candidate) => candidate === kind);
  return t(known ? `difference.${known}` : 'difference.other');
}
