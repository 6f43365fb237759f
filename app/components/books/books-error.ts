import type { TFunction } from 'i18next';
import type { Locale } from '~/lib/locale';
import { formatOre } from '~/lib/format-money';

const CODES = [
  'missing',
  'amount_invalid',
  'date_invalid',
  'too_long',
  'date_in_future',
  'month_closed',
  'nothing_chosen',
  'more_than_left',
  'more_than_outstanding',
  'invoice_not_open',
  'other_payer',
  'card_payment',
  'nothing_there',
  'not_found',
  'period_reversed',
  'period_not_over',
  'nothing_booked',
] as const;

/** A refusal as a form carries it: its code, and the amount its words name. */
export type Refused = { readonly code: string; readonly amountOre?: number | undefined };

/** What is wrong, in words; nothing when it is right. */
export function booksError(refused: Refused | undefined, t: TFunction<'books'>, locale: Locale): string | undefined {
  if (refused === undefined) return undefined;
  const code = CODES.find((known) => known === refused.code) ?? 'invalid';
  return t(`refused.${code}`, { amount: formatOre(refused.amountOre ?? 0, locale) });
}
