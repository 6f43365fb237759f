/** The house with a room whose bookings it answers, and the steps of a request. */
import type { Actor } from '../../app/modules/identity/permissions';
import { control, db, heldBooking, house, newMusician, NOW, payAt, standIn } from './stripe-world';

const { settleSession } = await import('../../app/modules/bookings/settle-checkout.server');
const { answerRequest } = await import('../../app/modules/bookings/approval/answer-request.server');

/** A rehearsal room, so that the other tests' prices and policies hold. */
export const ROOM = 'ovingsrom-3';
await db.room.update({
  where: { slug: ROOM },
  data: { requiresApproval: true, approvalHours: 72, approvalQuestionsNb: ['Hvor mange kommer?'], approvalQuestionsEn: ['How many come?'] },
});

export const host: Actor = { personId: house.accounts.host, staffRoles: ['host'], memberships: [] };

export type Slot = { start: Date; end: Date };

/** Somebody has asked for the room, with a card that is reserved. */
export async function requested(slot: Slot, actor?: Actor): Promise<{ bookingId: string; sessionId: string; actor: Actor }> {
  const who = actor ?? (await newMusician());
  const held = await heldBooking(who, { slot, roomSlug: ROOM });
  await payAt(held.bookingId);
  await settleSession(held.sessionId, NOW);
  return { ...held, actor: who };
}

export async function approvalOf(bookingId: string) {
  return db.approval.findUniqueOrThrow({ where: { bookingId } });
}

export async function authorisationOf(bookingId: string) {
  return db.authorisation.findFirstOrThrow({ where: { bookingId }, orderBy: { createdAt: 'desc' } });
}

export async function approve(bookingId: string, now = NOW) {
  return answerRequest(host, bookingId, { kind: 'approve', version: (await approvalOf(bookingId)).version }, now);
}

/** A card as Stripe has it. */
export async function intentOf(bookingId: string): Promise<{ status: string; amount_received: number; customer: string | null }> {
  const { stripePaymentIntentId } = await authorisationOf(bookingId);
  return stripeObject(`payment_intents/${stripePaymentIntentId}`);
}

export async function stripeObject<T>(path: string): Promise<T> {
  const answer = await fetch(`${standIn.url}/v1/${path}`, { headers: { authorization: 'Bearer sk_test_unit' } });
  return (await answer.json()) as T;
}

/** How often Stripe was really asked to take money: repeated answers under one key do not count. */
export async function capturesOf(bookingId: string): Promise<number> {
  const { stripePaymentIntentId } = await authorisationOf(bookingId);
  const { data } = (await control('GET', '/requests')) as { data: { method: string; path: string; status: number; replayed: boolean }[] };
  return data.filter(
    ({ path, status, replayed }) => path === `/v1/payment_intents/${stripePaymentIntentId}/capture` && status === 200 && !replayed,
  ).length;
}
