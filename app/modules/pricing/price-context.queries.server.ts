import type { Tx } from '~/infrastructure/db.server';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import type { RateCardFacts, VatCodeFact } from './rate-card';
import { loadRateCard, loadVatCodes } from './rate-card.queries.server';
import { findSeller } from '~/modules/organisations/seller/seller.queries.server';
import type { Seller } from '~/modules/organisations/seller/seller.schema';

/** What every price on a date rests on. */
export type PriceContext = {
  readonly on: LocalDate;
  /** Null when no price list holds yet. */
  readonly card: RateCardFacts | null;
  readonly vatCodes: readonly VatCodeFact[];
  /** Null in a house that is not furnished yet. */
  readonly seller: Seller | null;
};

export async function loadPriceContext(client: Tx, on: LocalDate): Promise<PriceContext> {
  // Side by side they would meet on the one connection of a transaction, when the caller has one.
  const card = await loadRateCard(client, on);
  const vatCodes = await loadVatCodes(client, on);
  const seller = await findSeller(client, toInstantOrAfterGap(on, 0));
  return { on, card, vatCodes, seller };
}
