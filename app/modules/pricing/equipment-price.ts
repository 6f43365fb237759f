import type { LocalDate } from '~/lib/local-time';
import { addOre, vatOnNet } from '~/lib/money';
import type { VatCodeFact } from './rate-card';
import { vatRateOn } from './vat';

/** What one piece costs for one booking, in øre with VAT. */
export function grossPiecePrice(
  item: { readonly netPriceOre: number; readonly vatCode: string },
  vatCodes: readonly VatCodeFact[],
  on: LocalDate,
): number {
  return addOre(item.netPriceOre, vatOnNet(item.netPriceOre, vatRateOn(vatCodes, item.vatCode, on) ?? 0));
}
