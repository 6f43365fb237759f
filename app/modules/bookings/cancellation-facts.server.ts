/** What a cancellation rests on, for the preview and for the real one alike. */
import type { Tx } from '~/infrastructure/db.server';
import { allocate, negateOre } from '~/lib/money';
import type { Credit, OccurrenceCharge } from '../billing/record-charges.server';
import { findCharges } from '../billing/record-charges.server';
import { loadMoney } from '../billing/settlement-records.server';
import type { Actor } from '../identity/permissions';
import type { BookingRow } from './booking.repository.server';
import type { CancellationDecision, CancellationFacts, ChargeFact } from './decide-cancellation';
import { findClosedByHouse } from './closure-offers/closure-offer.repository.server';
import { linesOf } from './payable-booking';

export interface LoadedCancellation<Facts> {
  readonly facts: Facts;
  readonly charges: readonly OccurrenceCharge[];
}

export async function loadCancellation(tx: Tx, actor: Actor, booking: BookingRow): Promise<LoadedCancellation<CancellationFacts>> {
  const { facts, charges } = await loadCallOff(tx, booking);
  return { facts: { ...facts, actor }, charges };
}

/** As `loadCancellation`, for what the house itself calls off. */
export async function loadCallOff(tx: Tx, booking: BookingRow): Promise<LoadedCancellation<Omit<CancellationFacts, 'actor'>>> {
  const { payments } = await loadMoney(tx, booking.id);
  const isPaid = payments.some((payment) => !payment.givenBack);
  const occurrenceIds = booking.occurrences.map(({ id }) => id);
  const charges = await findCharges(tx, occurrenceIds);
  const closed = await findClosedByHouse(tx, occurrenceIds);
  const facts = {
    state: booking.state,
    personId: booking.personId,
    organisationId: booking.organisationId,
    policy: booking.policy,
    occurrences: booking.occurrences.map(({ id, state, startsAt, policy }) => ({
      id,
      state,
      startsAt,
      policy,
      paidLines: isPaid
        ? linesOf(booking, id).map(({ position, grossOre, kind }) => ({ position, grossOre, retained: kind === 'retained' }))
        : [],
      charges: booking.paymentMethod === 'on_account' ? chargesOf(booking, id, charges) : [],
      closedByHouse: closed.has(id),
    })),
  };
  return { facts, charges };
}

/** Those of lines in force: what a change has replaced was taken back with it. */
function chargesOf(booking: BookingRow, occurrenceId: string, charges: readonly OccurrenceCharge[]): ChargeFact[] {
  const lines = new Map(linesOf(booking, occurrenceId).map(({ position, kind }) => [position, kind]));
  return charges
    .filter((charge) => charge.occurrenceId === occurrenceId && lines.has(charge.position))
    .map(({ id, netOre, vatOre, position }) => ({ id, netOre, vatOre, retained: lines.get(position) === 'retained' }));
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
