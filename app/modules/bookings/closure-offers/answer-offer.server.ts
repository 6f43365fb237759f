/** Answers what the house has asked: move, money back, or stay. By the link in the mail, or by staff who have called. */
import { db, inTransaction } from '~/infrastructure/db.server';
import { isToken } from '~/infrastructure/secret-address.server';
import type { Interval } from '~/lib/interval';
import { negateOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findActor } from '../../organisations/actor.queries.server';
import { lockById } from '../booking.repository.server';
import { cancelBooking, type CancelRefusal } from '../cancel-booking.server';
import { changeBooking, type ChangeBookingRefusal } from '../changes/change-booking.server';
import { asLocale } from '../checkout-request';
import { closedText, isWaiting } from './closure-offer';
import { findByToken, findOffer, findReason, type OfferRow } from './closure-offer.repository.server';
import { closeOffer } from './follow-offers.server';

export type OfferAnswer =
  | {
      readonly kind: 'move';
      /** The form's key: the same key never moves twice. */
      readonly requestKey: string;
      readonly roomSlug: string;
      readonly slot: Interval;
      /** What was shown to come back, øre; another amount is shown again. */
      readonly backOre: number;
    }
  | {
      readonly kind: 'refund';
      /** What was shown to come back, øre; another amount is shown again. */
      readonly refundOre: number;
    }
  | { readonly kind: 'keep' };

export type OfferAnswerRefusal =
  | ChangeBookingRefusal
  | CancelRefusal
  /** The house needs the room, and nobody may stay. */
  | { code: 'may_not_keep' };

type Answered = Result<{ bookingId: string }, OfferAnswerRefusal>;

/** Whoever has the address may answer for the booking, and for nothing else; without an offer, for all that wait: those can only be called off together. */
export async function answerByLink(token: string, offerId: string | null, answer: OfferAnswer, now: Date): Promise<Answered> {
  const all = isToken(token) ? await findByToken(db, token) : [];
  const [any] = all;
  const customer = any && (await customerOf(any.bookingId, now));
  if (!customer) return refuse({ code: 'not_found' });
  const waiting = all.filter(({ state, startsAt }) => isWaiting(state) && startsAt > now);
  const offers = offerId === null ? (waiting.length > 0 ? waiting : all) : all.filter(({ id }) => id === offerId);
  return answerAs(customer, offers, answer, now);
}

/** Staff answer for whoever they have spoken with. They may let them stay as well. */
export async function answerForCustomer(actor: Actor, offerId: string, answer: OfferAnswer, now: Date): Promise<Answered> {
  if (!can(actor, 'closure.create')) return refuse({ code: 'not_allowed' });
  const offer = await findOffer(db, offerId);
  if (!offer) return refuse({ code: 'not_found' });
  return answerAs(actor, [{ ...offer, mayKeep: true }], answer, now);
}

/** Whoever made a booking, as a customer: what they may do as staff is not in a link. */
export async function customerOf(bookingId: string, now: Date): Promise<Actor | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: { personId: true } });
  const found = booking && (await findActor(booking.personId, now));
  return found ? { ...found.actor, staffRoles: [] } : null;
}

async function answerAs(actor: Actor, offers: readonly OfferRow[], answer: OfferAnswer, now: Date): Promise<Answered> {
  const [offer] = offers;
  if (!offer) return refuse({ code: 'not_found' });
  const { bookingId, occurrenceId } = offer;
  switch (answer.kind) {
    case 'move': {
      const { requestKey, roomSlug, slot, backOre } = answer;
      const wanted = {
        bookingId,
        occurrenceId,
        requestKey,
        roomSlug,
        slot,
        waive: false,
        expectedOre: negateOre(backOre),
        asOffered: true,
      };
      const moved = await changeBooking(actor, wanted, now);
      return moved.ok ? ok({ bookingId }) : moved;
    }
    case 'refund': {
      // Sent twice: it is done.
      if (offers.every(({ state }) => state === 'refunded')) return ok({ bookingId });
      const occurrenceIds = offers.map((one) => one.occurrenceId);
      const reason = await reasonFor(offer);
      const wanted = { bookingId, occurrenceIds, waive: false, reason, confirmedRefundOre: answer.refundOre, asOffered: true };
      const cancelled = await cancelBooking(actor, wanted, now);
      return cancelled.ok ? ok({ bookingId }) : cancelled;
    }
    case 'keep':
      return keep(actor, offer, now);
  }
}

async function keep(actor: Actor, { id, bookingId, mayKeep }: OfferRow, now: Date): Promise<Answered> {
  if (!mayKeep) return refuse({ code: 'may_not_keep' });
  return inTransaction(async (tx) => {
    await lockById(tx, bookingId);
    const offer = await findOffer(tx, id);
    if (offer?.state === 'kept') return ok({ bookingId });
    if (!offer || !isWaiting(offer.state)) return refuse({ code: 'offer_over' });
    await closeOffer(tx, offer, 'kept', { kind: 'person', personId: actor.personId ?? '' }, now);
    return ok({ bookingId });
  });
}

/** As the trail and the mail say it, in the customer's language. */
async function reasonFor({ planId, bookingId }: OfferRow): Promise<string> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: { locale: true } });
  return closedText(await findReason(db, planId), asLocale(booking?.locale ?? ''));
}
