/** A planned booking as rows, priced and settled as the real use cases would have done it. */
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { paddedInterval } from '~/modules/availability/claim';
import type { BookingState } from '~/modules/bookings/booking';
import { bookingReference, REFERENCE_BYTES } from '~/modules/bookings/booking-reference';
import { soldLines } from '~/modules/bookings/sold-lines';
import { refundFor } from '~/modules/pricing/cancellation-policy';
import { type PayableLine, payableLines } from '~/modules/pricing/payable-lines';
import type { Quote } from '~/modules/pricing/quote';
import { chargeRows } from './charge-rows';
import type { PlannedBooking } from './plan-bookings';
import type { Random } from './random';

/** How long a payment session lives, and how long it takes to type a card number. */
const SESSION_MINUTES = 32;
const HOLD_MINUTES = 35;
const PAYING_MINUTES = 3;

/** All rows that belong to one booking. Payments carry ids that say that they are the demo's: `pi_demo_<øre>_<reference>`. */
export function bookingRows(
  planned: PlannedBooking,
  quote: Quote,
  equipmentIds: Readonly<Record<string, string>>,
  now: Date,
  random: Random,
) {
  const id = newId();
  const occurrenceId = newId();
  const reference = bookingReference(random.bytes(REFERENCE_BYTES));
  const { room, slot, customer, bookedAt, cancelledAt, outcome } = planned;
  const paymentMethod = customer.onAccount ? ('on_account' as const) : ('card' as const);
  const confirmedAt = outcome === 'released' ? null : paymentMethod === 'card' ? addMinutes(bookedAt, PAYING_MINUTES) : bookedAt;
  const state = stateOf(planned, paymentMethod, now);
  const keepsRoom = state === 'confirmed' || state === 'completed' || state === 'no_show';
  const padded = paddedInterval(room.room, slot);
  const payable = payableLines(quote);
  const payer = { personId: customer.personId, organisationId: customer.organisationId };
  const money =
    paymentMethod === 'card' && quote.totalOre > 0
      ? cardRows({ id, occurrenceId, reference, planned, quote, payable, confirmedAt })
      : NO_CARD_ROWS;
  return {
    bookings: [
      {
        ...{ id, reference, ...payer, createdById: customer.personId, state, paymentMethod },
        ...{ purpose: planned.purpose, people: planned.people, totalOre: quote.totalOre, vatOre: quote.vatOre },
        policy: room.policy.map((tier) => ({ ...tier })),
        requestKey: `seed:${id}`,
        holdExpiresAt: state === 'released' ? addMinutes(bookedAt, HOLD_MINUTES) : null,
        confirmedAt: state === 'released' ? null : confirmedAt,
        cancelledAt: state === 'cancelled' ? cancelledAt : null,
        cancelledBy: state === 'cancelled' ? ('customer' as const) : null,
        sequence: state === 'cancelled' ? 1 : 0,
        createdAt: bookedAt,
        updatedAt: cancelledAt ?? confirmedAt ?? bookedAt,
      },
    ],
    occurrences: [
      { id: occurrenceId, bookingId: id, roomId: room.room.id, startsAt: slot.start, endsAt: slot.end, state, createdAt: bookedAt },
    ],
    claims: leavesOf(room).map((roomId) => ({
      ...{ id: newId(), roomId, startsAt: padded.start, endsAt: padded.end },
      ...{ active: keepsRoom, occurrenceId, createdAt: bookedAt },
    })),
    lines: quote.lines.map((line) => ({ ...line, id: newId(), bookingId: id, occurrenceId })),
    uses: planned.equipment.map(({ slug, quantity }) => ({
      ...{ id: newId(), occurrenceId, equipmentItemId: equipmentIds[slug] ?? '', quantity },
      ...{ startsAt: padded.start, endsAt: padded.end, active: keepsRoom },
    })),
    charges:
      state === 'released'
        ? []
        : chargeRows({
            occurrenceId,
            payer,
            payable,
            state: paymentMethod === 'card' ? 'settled' : 'open',
            planned,
            at: confirmedAt ?? bookedAt,
          }),
    audits: auditRows(id, planned, state, quote, { confirmedAt, paymentMethod }),
    payable,
    ...money,
  };
}

/** A divisible room is claimed by its parts. */
function leavesOf({ room, about }: PlannedBooking['room']): readonly string[] {
  return about.parts.length > 0 ? about.parts.map(({ id }) => id) : [room.id];
}

export type BookingRows = ReturnType<typeof bookingRows>;

function stateOf({ outcome, slot }: PlannedBooking, paymentMethod: 'card' | 'on_account', now: Date): BookingState {
  if (outcome === 'cancelled') return 'cancelled';
  // Only what is paid by card can be given up unpaid.
  if (outcome === 'released') return paymentMethod === 'card' ? 'released' : 'cancelled';
  if (slot.end.getTime() > now.getTime()) return 'confirmed';
  return outcome === 'no_show' ? 'no_show' : 'completed';
}

const NO_CARD_ROWS = { sessions: [], payments: [], refunds: [] };

type CardPayment = {
  readonly id: string;
  readonly occurrenceId: string;
  readonly reference: string;
  readonly planned: PlannedBooking;
  readonly quote: Quote;
  readonly payable: readonly PayableLine[];
  readonly confirmedAt: Date | null;
};

function cardRows({ id, occurrenceId, reference, planned, quote, payable, confirmedAt }: CardPayment) {
  const { bookedAt, cancelledAt, room, slot } = planned;
  const checkoutSessionId = newId();
  const session = {
    ...{ id: checkoutSessionId, bookingId: id, attempt: 1, amountOre: quote.totalOre, params: { seeded: true } },
    lines: soldLines(payable, 'nb').map((line) => ({ ...line, covers: [...line.covers] })),
    ...{ idempotencyKey: `seed:checkout:${id}:1`, stripeSessionId: `cs_demo_${reference}` },
    ...{ state: confirmedAt ? ('complete' as const) : ('expired' as const), expiresAt: addMinutes(bookedAt, SESSION_MINUTES) },
    ...{ createdAt: bookedAt, updatedAt: addMinutes(bookedAt, SESSION_MINUTES) },
  };
  if (!confirmedAt) return { sessions: [session], payments: [], refunds: [] };
  const payment = {
    ...{ id: newId(), bookingId: id, checkoutSessionId, amountOre: quote.totalOre, paidAt: confirmedAt, createdAt: confirmedAt },
    stripePaymentIntentId: `pi_demo_${quote.totalOre}_${reference}`,
  };
  const refund = cancelledAt && refundFor(room.policy, slot.start, payable, cancelledAt);
  if (!refund || refund.refundOre === 0) return { sessions: [session], payments: [payment], refunds: [] };
  const row = {
    ...{ id: newId(), bookingId: id, paymentId: payment.id, reason: 'cancelled_by_customer' as const, state: 'succeeded' as const },
    sourceKey: `cancelled:${occurrenceId}`,
    ...{ amountOre: refund.refundOre, lines: refund.perLine.map((line) => ({ ...line })), idempotencyKey: `seed:refund:${id}:1` },
    ...{ stripeRefundId: `re_demo_${reference}`, createdAt: cancelledAt, updatedAt: cancelledAt },
  };
  return { sessions: [session], payments: [payment], refunds: [row] };
}

function auditRows(
  bookingId: string,
  { bookedAt, cancelledAt, slot, customer, room }: PlannedBooking,
  state: BookingState,
  quote: Quote,
  { confirmedAt, paymentMethod }: { confirmedAt: Date | null; paymentMethod: string },
) {
  const subject = { subjectType: 'booking', subjectId: bookingId };
  const byPerson = { actorKind: 'person', actorPersonId: customer.personId };
  const bySystem = { actorKind: 'system', actorPersonId: null };
  const requested = { roomId: room.room.id, startsAt: slot.start.toISOString(), endsAt: slot.end.toISOString(), totalOre: quote.totalOre };
  const entry = (at: Date, actor: typeof byPerson | typeof bySystem, action: string, after: object) => ({
    ...{ id: newId(), at, ...actor, action, ...subject, after },
  });
  return [
    entry(bookedAt, byPerson, 'booking.requested', requested),
    ...(state === 'released' ? [entry(addMinutes(bookedAt, HOLD_MINUTES), bySystem, 'booking.released', { state })] : []),
    ...(state !== 'released' && confirmedAt
      ? [entry(confirmedAt, bySystem, 'booking.confirmed', { state: 'confirmed', paymentMethod })]
      : []),
    ...(state === 'cancelled' && cancelledAt ? [entry(cancelledAt, byPerson, 'booking.cancelled', { state })] : []),
    ...(state === 'completed' ? [entry(slot.end, bySystem, 'booking.completed', { state })] : []),
    ...(state === 'no_show' ? [entry(slot.end, bySystem, 'booking.no_show', { state })] : []),
  ];
}
