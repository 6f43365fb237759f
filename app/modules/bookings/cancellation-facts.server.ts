/** What a cancellation rests on, for the preview and for the real one alike. */
import type { Tx } from '~/infrastructure/db.server';
import { allocate, negateOre } from '~/lib/money';
import type { Credit, OccurrenceCharge } from '../billing/record-charges.server';
import { findCharges } from '../billing/record-charges.server';
import { loadMoney, type PaymentRow } from '../billing/settlement-records.server';
import type { Actor } from '../identity/permissions';
import { payableLines } from '../pricing/payable-lines';
import type { BookingRow } from './booking.repository.server';
import type { CancellationDecision, CancellationFacts } from './decide-cancellation';

export interface LoadedCancellation {
  readonly facts: CancellationFacts;
  /** The payment that confirmed the booking; null when it was not paid by card. */
  readonly payment: PaymentRow | null;
  readonly charges: readonly OccurrenceCharge[];
}

export async function loadCancellation(tx: Tx, actor: Actor, booking: BookingRow): Promise<LoadedCancellation> {
  const [occurrence] = booking.occurrences;
  if (!occurrence) throw new Error(`Booking ${booking.id} has no occurrence`);
  const { payments } = await loadMoney(tx, booking.id);
  const payment = payments.find((candidate) => !candidate.givenBack) ?? null;
  const charges = await findCharges(tx, occurrence.id);
  const lines = payment ? payableLines({ lines: booking.quoteLines, totalOre: booking.totalOre }) : [];
  const facts: CancellationFacts = {
    actor,
    state: booking.state,
    personId: booking.personId,
    organisationId: booking.organisationId,
    startsAt: occurrence.startsAt,
    policy: booking.policy,
    paidLines: lines.map(({ position, grossOre }) => ({ position, grossOre })),
    charges: booking.paymentMethod === 'on_account' ? charges : [],
  };
  return { facts, payment, charges };
}

/**
 * The negative charges of a cancellation. What was paid by card is credited by exactly what goes back on each line,
 * split into net and VAT as the line was; what is on account by the share that the decision says.
 */
export function chargeCreditsFor({ refund, chargeCredits }: CancellationDecision, charges: readonly OccurrenceCharge[]): Credit[] {
  if (chargeCredits.length > 0) return [...chargeCredits];
  return refund.perLine.flatMap(({ position, refundOre }) => {
    const charge = charges.find((candidate) => candidate.position === position);
    if (!charge || refundOre === 0) return [];
    const [netOre = 0, vatOre = 0] = allocate(refundOre, [charge.netOre, charge.vatOre]);
    return [{ chargeId: charge.id, netOre: negateOre(netOre), vatOre: negateOre(vatOre), grossOre: negateOre(refundOre) }];
  });
}
