/** What Stripe is told of a credit note: whole øre that we have computed, as with the invoice (see `stripe-invoice.ts`). */
import type { Locale } from '~/lib/locale';

export interface StripeCreditLine {
  readonly type: 'custom_line_item';
  readonly description: string;
  readonly quantity: 1;
  readonly unit_amount: number;
}

const TEXTS = {
  nb: (number: string) => `Kreditering av faktura ${number}`,
  en: (number: string) => `Credit of invoice ${number}`,
} as const;

/** One line of the gross: Stripe takes no negative lines, and what is taken back of which line and VAT stands on our paper. */
export function stripeCreditLines(
  { grossOre }: { readonly grossOre: number },
  { number, locale }: { readonly number: string | null; readonly locale: Locale },
): StripeCreditLine[] {
  return [{ type: 'custom_line_item', description: TEXTS[locale](number ?? ''), quantity: 1, unit_amount: grossOre }];
}
