import type { Tx } from '~/infrastructure/db.server';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import type { RateCardFacts, VatCodeFact } from './rate-card';
import { loadRateCard, loadVatCodes } from './rate-card.queries.server';
import { loadSeller } from './seller.queries.server';
import type { Seller } from './seller.schema';

/** What every price on a date rests on. */
export type PriceContext = {
  readonly on: LocalDate;
  /** Null when no price list holds yet. */
  readonly card: RateCardFacts | null;
  readonly vatCodes: readonly VatCodeFact[];
  readonly seller: Seller;
};

export async function loadPriceContext(client: Tx, on: LocalDate): Promise<PriceContext> {
  const [card, vatCodes, seller] = await Promise.all([
    loadRateCard(client, on),
    loadVatCodes(client, on),
    loadSeller(client, toInstantOrAfterGap(on, 0)),
  ]);
  return { on, card, vatCodes, seller };
}
