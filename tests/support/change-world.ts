/** Changes of bookings in the house with a payment service behind it. */
import type { ChangeInput } from '../../app/modules/bookings/changes/change-booking.server';
import { db, NOW, payAt } from './stripe-world';

const { newId } = await import('../../app/lib/ids.server');
const { openCheckout } = await import('../../app/modules/billing/open-checkout.server');
const { settleSession } = await import('../../app/modules/bookings/settle-checkout.server');

/** A form that moves the booking's only occurrence; what is not named stays. */
export async function changeInput(bookingId: string, changes: Partial<ChangeInput>): Promise<ChangeInput> {
  const occurrence = await db.occurrence.findFirstOrThrow({ where: { bookingId }, include: { room: true } });
  return {
    bookingId,
    occurrenceId: null,
    requestKey: newId(),
    roomSlug: occurrence.room.slug,
    slot: { start: occurrence.startsAt, end: occurrence.endsAt },
    waive: false,
    expectedOre: null,
    seenAt: null,
    ...changes,
  };
}

/** How a booking stands: where it is, and what it costs by its own total, by its lines and by its charges. */
export async function inForce(bookingId: string) {
  const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { occurrences: true } });
  const lines = await db.quoteLine.findMany({ where: { bookingId, replacedById: null } });
  const charges = await db.charge.findMany({ where: { occurrence: { bookingId } } });
  const [occurrence] = booking.occurrences;
  return {
    roomId: occurrence?.roomId,
    startsAt: occurrence?.startsAt,
    endsAt: occurrence?.endsAt,
    totalOre: booking.totalOre,
    lineOre: lines.reduce((sum, line) => sum + line.grossOre, 0),
    chargedOre: charges.reduce((sum, charge) => sum + charge.grossOre, 0),
  };
}

export async function claimsOf(bookingId: string) {
  const claims = await db.claim.findMany({ where: { active: true, occurrence: { bookingId } }, orderBy: { startsAt: 'asc' } });
  return claims.map(({ roomId, startsAt, endsAt, holdExpiresAt }) => ({ roomId, startsAt, endsAt, hold: holdExpiresAt }));
}

/** Opens the latest payment page of a booking. */
export async function openLatest(bookingId: string): Promise<void> {
  const checkout = await db.checkoutSession.findFirstOrThrow({ where: { bookingId }, orderBy: { attempt: 'desc' } });
  const opened = await openCheckout(checkout.id, NOW);
  if (!opened.ok) throw new Error(opened.code);
}

/** Somebody pays the latest payment page of a booking, and the news comes. */
export async function settleLatest(bookingId: string, at = NOW): Promise<string> {
  await openLatest(bookingId);
  return settleSession(await payAt(bookingId), at);
}
