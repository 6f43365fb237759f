/** What somebody should look at before an invoice goes out. Nothing here stops it: `InvoiceRefusal` does that. */
import { addDays, type LocalDate } from '~/lib/local-time';
import { shareBp, subtractOre } from '~/lib/money';
import type { KnownRegisterState } from '../../organisations/organisation';

export type Oddity =
  | { readonly kind: 'first_invoice' }
  /** Against what was invoiced for the month before, øre. */
  | { readonly kind: 'much_more' | 'much_less'; readonly beforeOre: number }
  /** The register has bad news of the organisation. */
  | { readonly kind: 'register'; readonly state: KnownRegisterState }
  | { readonly kind: 'disputed_before'; readonly count: number }
  | { readonly kind: 'old_charge'; readonly from: LocalDate };

export interface OddityFacts {
  readonly grossOre: number;
  /** Invoiced for the month before; null when nothing was. */
  readonly beforeOre: number | null;
  readonly invoicedBefore: boolean;
  readonly registerState: KnownRegisterState;
  readonly disputedCount: number;
  /** First day of the oldest thing on it. */
  readonly oldest: LocalDate;
  /** First day of the month that is invoiced. */
  readonly month: LocalDate;
}

/** Half as much again, or half; and a difference worth a look. */
const MORE_BP = 15_000;
const LESS_BP = 5_000;
const WORTH_A_LOOK_ORE = 100_000;
/** An invoice is to be given within a month of delivery (bokføringsforskriften § 5-2-2). */
const OLD_DAYS = 61;

const BAD_NEWS: readonly KnownRegisterState[] = ['winding_up', 'bankrupt', 'deleted', 'removed'];

export function odditiesOf(facts: OddityFacts): Oddity[] {
  const { grossOre, beforeOre, invoicedBefore, registerState, disputedCount, oldest, month } = facts;
  const odd: Oddity[] = [];
  if (BAD_NEWS.includes(registerState)) odd.push({ kind: 'register', state: registerState });
  if (disputedCount > 0) odd.push({ kind: 'disputed_before', count: disputedCount });
  if (!invoicedBefore) odd.push({ kind: 'first_invoice' });
  if (beforeOre !== null && Math.abs(subtractOre(grossOre, beforeOre)) >= WORTH_A_LOOK_ORE) {
    if (grossOre > shareBp(beforeOre, MORE_BP)) odd.push({ kind: 'much_more', beforeOre });
    if (grossOre < shareBp(beforeOre, LESS_BP)) odd.push({ kind: 'much_less', beforeOre });
  }
  if (oldest < addDays(month, -OLD_DAYS)) odd.push({ kind: 'old_charge', from: oldest });
  return odd;
}
