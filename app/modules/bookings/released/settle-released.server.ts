/** Settles released times that have passed: credited by what others paid for them, or lapsed. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { allocate, negateOre, sumOre } from '~/lib/money';
import { orderRefund } from '../../billing/order-refund.server';
import { creditCharges, findCharges } from '../../billing/record-charges.server';
import { type BookingRow, lockById, transition as transitionBooking } from '../booking.repository.server';
import { linesOf } from '../payable-booking';
import { creditFor, isOpen } from './released-time';
import { releasedMailMessage } from './released.messages';
import { findById, findPassed, findTakers, type ReleasedRow, transition } from './released.repository.server';

const BATCH = 200;

/** Answers how many were settled. One whose taker is still in the room waits for the next round. */
export async function settleReleasedTimes(now: Date): Promise<number> {
  let settled = 0;
  for (const { id, bookingId } of await findPassed(db, now, BATCH)) {
    if (await inTransaction((tx) => settle(tx, id, bookingId, now))) settled += 1;
  }
  return settled;
}

async function settle(tx: Tx, id: string, bookingId: string, now: Date): Promise<boolean> {
  const booking = await lockById(tx, bookingId);
  const released = await findById(tx, id);
  const occurrence = booking?.occurrences.find((candidate) => candidate.id === released?.occurrenceId);
  if (!booking || !occurrence || released?.state !== 'offered') return false;
  const takers = await findTakers(tx, [id]);
  if (takers.some(isOpen)) return false;
  const paidOre = sumOre(linesOf(booking, occurrence.id).map(({ grossOre }) => grossOre));
  const creditOre = creditFor({ start: released.startsAt, end: released.endsAt, paidOre }, takers);
  const state = creditOre > 0 ? ('credited' as const) : ('lapsed' as const);
  if (!(await transition(tx, id, { state, settledAt: now, ...(creditOre > 0 && { creditOre }) }))) return false;
  if (creditOre > 0) await credit(tx, booking, released, creditOre);
  await finishBooking(tx, booking);
  const subject = { subjectType: 'booking', subjectId: bookingId } as const;
  await recordAudit(tx, { actor: { kind: 'system' }, action: `booking.time_${state}`, ...subject, after: { releasedId: id, creditOre } });
  const { topic, payload, options } = releasedMailMessage({ releasedId: id, kind: state });
  await enqueue(tx, topic, payload, options);
  return true;
}

/** Off the next invoice, or back on the card; line by line as it was paid, so that the VAT follows. */
async function credit(tx: Tx, booking: BookingRow, { id, occurrenceId }: ReleasedRow, creditOre: number): Promise<void> {
  const lines = linesOf(booking, occurrenceId);
  const shares = allocate(
    creditOre,
    lines.map(({ grossOre }) => grossOre),
  );
  const items = lines
    .map(({ position, vatBp }, index) => ({ position, vatBp, refundOre: shares[index] ?? 0 }))
    .filter(({ refundOre }) => refundOre > 0);
  if (booking.paymentMethod === 'card') {
    await orderRefund(tx, { bookingId: booking.id, reason: 'released_time', sourceKey: `released:${id}`, items });
  }
  const charges = await findCharges(tx, [occurrenceId]);
  await creditCharges(
    tx,
    items.flatMap(({ position, refundOre }) => {
      const charge = charges.find((candidate) => candidate.position === position);
      if (!charge) return [];
      const [netOre = 0, vatOre = 0] = allocate(refundOre, [charge.netOre, charge.vatOre]);
      return [{ chargeId: charge.id, netOre: negateOre(netOre), vatOre: negateOre(vatOre), grossOre: negateOre(refundOre) }];
    }),
  );
}

/** A series whose last date was given back is over with it. */
async function finishBooking(tx: Tx, { id, state, occurrences }: BookingRow): Promise<void> {
  if (state !== 'confirmed' || occurrences.some((occurrence) => occurrence.state === 'confirmed')) return;
  await transitionBooking(tx, id, ['confirmed'], { state: 'completed' });
}
