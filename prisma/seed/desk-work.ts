/** Two things that wait for the manager, so that the desk has something to do. */
import type { Tx } from '~/infrastructure/db.server';
import { soldLines } from '~/modules/bookings/sold-lines';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import type { BookingRows } from './booking-rows';

const LATE_MINUTES = 12;

export async function seedDeskWork(tx: Tx, rows: readonly BookingRows[], now: Date): Promise<void> {
  const given = rows.filter(
    ({ bookings: [booking], sessions: [session] }) => booking?.state === 'released' && session && session.expiresAt < now,
  );
  const latest = given.toSorted((a, b) => createdAt(b) - createdAt(a))[0];
  if (latest) await payTooLate(tx, latest);
  await tx.outgoingMail.create({
    data: {
      id: newId(),
      dedupeKey: 'seed:bounced',
      topic: 'bookings.confirmed',
      recipient: 'korleder@nedlagt.example',
      subject: 'Bestillingen din er bekreftet',
      state: 'failed',
      attempts: 5,
      lastError: '550 5.1.1 mailbox unavailable',
      createdAt: addMinutes(now, -200),
    },
    select: { id: true },
  });
}

function createdAt({ bookings: [booking] }: BookingRows): number {
  return booking?.createdAt.getTime() ?? 0;
}

/** Somebody paid after the hold had gone: the money is on its way back, and the manager should tell them. */
async function payTooLate(tx: Tx, { bookings: [booking], sessions: [session], payable: paidLines }: BookingRows): Promise<void> {
  if (!booking || !session) return;
  const paidAt = addMinutes(session.expiresAt, LATE_MINUTES);
  const payment = {
    ...{ id: newId(), bookingId: booking.id, checkoutSessionId: session.id, amountOre: session.amountOre, paidAt, createdAt: paidAt },
    stripePaymentIntentId: `pi_demo_${session.amountOre}_${booking.reference}`,
  };
  await tx.checkoutSession.update({ where: { id: session.id }, data: { state: 'complete' }, select: { id: true } });
  await tx.payment.create({ data: payment, select: { id: true } });
  await tx.refund.create({
    data: {
      ...{
        id: newId(),
        bookingId: booking.id,
        paymentId: payment.id,
        reason: 'late_payment',
        sourceKey: 'late_payment',
        state: 'succeeded',
        amountOre: session.amountOre,
      },
      lines: soldLines(paidLines, 'nb').map(({ position, grossOre }) => ({ position, refundOre: grossOre })),
      idempotencyKey: `seed:refund:${booking.id}:late`,
      stripeRefundId: `re_demo_${booking.reference}`,
      createdAt: paidAt,
    },
    select: { id: true },
  });
  await tx.paymentDifference.create({
    data: {
      ...{
        id: newId(),
        key: `payment:${payment.stripePaymentIntentId}`,
        kind: 'late_payment_refunded',
        bookingId: booking.id,
        detectedAt: paidAt,
      },
      detail: { amountOre: session.amountOre, stripeSessionId: session.stripeSessionId, bookingState: 'released' },
    },
    select: { id: true },
  });
}
