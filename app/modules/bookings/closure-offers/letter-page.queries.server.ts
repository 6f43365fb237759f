/** The page behind the link in the mail: every date that the house closes over, where each stands, and what can be chosen for one of them. */
import { db } from '~/infrastructure/db.server';
import { isToken } from '~/infrastructure/secret-address.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import type { Actor } from '../../identity/permissions';
import type { PaymentMethod } from '../booking';
import { type BookingRow, findById } from '../booking.repository.server';
import { givenBack } from '../cancel-booking.server';
import { loadCancellation } from '../cancellation-facts.server';
import type { WantedPlace } from '../changes/change-facts.server';
import { type ChangePreview, previewChange } from '../changes/preview-change.queries.server';
import { type CancellationFacts, decideCancellation } from '../decide-cancellation';
import { customerOf } from './answer-offer.server';
import { type ClosureOfferState, isWaiting } from './closure-offer';
import { findByToken, findOffer, findReason, type OfferRow } from './closure-offer.repository.server';
import { loadOfferChoices, type OfferChoice } from './offer-choices.queries.server';

export interface OfferedDate extends Interval {
  readonly id: string;
  readonly state: ClosureOfferState;
  readonly roomName: string;
  readonly answerBy: Date;
  readonly settleAt: Date;
  /** Where it is now; null when that is where it was. */
  readonly movedTo: (Interval & { readonly roomName: string }) | null;
}

export interface OfferPage {
  readonly bookingId: string;
  readonly reference: string;
  readonly paymentMethod: PaymentMethod;
  readonly reason: BilingualText;
  /** Whether whoever answers may let it stay. */
  readonly mayKeep: boolean;
  /** Whether it stays when nobody answers; else it is called off. */
  readonly silenceKeeps: boolean;
  /** In order of time. */
  readonly dates: readonly OfferedDate[];
  /** What comes back when all that waits is called off at once; null when not more than one waits. */
  readonly allRefundOre: number | null;
  /** The date that is being answered for; null when none waits. */
  readonly chosen: ChosenOffer | null;
}

export interface ChosenOffer {
  readonly date: OfferedDate;
  readonly refundOre: number;
  readonly choices: readonly OfferChoice[];
  /** For whoever wants another time than those; its rooms are those of the same kind. */
  readonly free: ChangePreview;
}

export interface OfferQuestion {
  /** Which date; the first that waits when there is none such. */
  readonly offerId: string | null;
  /** The time that somebody has chosen freely; null while none is. */
  readonly wanted: WantedPlace | null;
}

/** Null for an address that leads nowhere. */
export async function loadLetterPage(token: string, question: OfferQuestion, now: Date): Promise<OfferPage | null> {
  const offers = isToken(token) ? await findByToken(db, token) : [];
  const [first] = offers;
  const customer = first && (await customerOf(first.bookingId, now));
  return customer ? loadPage(customer, offers, question, now) : null;
}

/** The same for staff, who answer for somebody they have called; about one date. */
export async function loadOfferForStaff(
  actor: Actor,
  offerId: string,
  wanted: OfferQuestion['wanted'],
  now: Date,
): Promise<(OfferPage & { readonly planId: string }) | null> {
  const offer = await findOffer(db, offerId);
  const page = offer && (await loadPage(actor, [offer], { offerId, wanted }, now));
  return page && { ...page, mayKeep: true, planId: offer.planId };
}

async function loadPage(actor: Actor, offers: readonly OfferRow[], question: OfferQuestion, now: Date): Promise<OfferPage | null> {
  const [first] = offers;
  const booking = first && (await findById(db, first.bookingId));
  if (!booking) return null;
  const { facts } = await loadCancellation(db, actor, booking);
  const roomNames = await findRoomNames(offers);
  const dates = offers.map((offer) => toDate(offer, booking, roomNames));
  const waiting = offers.filter(({ state, startsAt }) => isWaiting(state) && startsAt > now);
  const chosen = waiting.find(({ id }) => id === question.offerId) ?? waiting[0];
  return {
    bookingId: booking.id,
    reference: booking.reference,
    paymentMethod: booking.paymentMethod,
    reason: await findReason(db, first.planId),
    mayKeep: first.mayKeep,
    silenceKeeps: first.mayKeep,
    dates,
    allRefundOre: waiting.length > 1 ? refundFor(facts, waiting, now) : null,
    chosen: chosen ? await loadChosen(actor, booking, { chosen, dates, facts }, question, now) : null,
  };
}

type Choosing = { readonly chosen: OfferRow; readonly dates: readonly OfferedDate[]; readonly facts: CancellationFacts };

async function loadChosen(
  actor: Actor,
  booking: BookingRow,
  { chosen, dates, facts }: Choosing,
  { wanted }: OfferQuestion,
  now: Date,
): Promise<ChosenOffer | null> {
  const occurrence = booking.occurrences.find(({ id }) => id === chosen.occurrenceId);
  const date = dates.find(({ id }) => id === chosen.id);
  if (!occurrence || !date) return null;
  const { choices, rooms } = await loadOfferChoices(actor, booking, occurrence, now);
  const preview = await previewChange(actor, { bookingId: booking.id, occurrenceId: occurrence.id, wanted, waive: false }, now);
  if (!preview.ok) return null;
  // There is nothing to choose about money here.
  return { date, choices, refundOre: refundFor(facts, [chosen], now), free: { ...preview.value, rooms, byHub: false } };
}

function refundFor(facts: CancellationFacts, offers: readonly OfferRow[], now: Date): number {
  const decision = decideCancellation(facts, { occurrenceIds: offers.map(({ occurrenceId }) => occurrenceId) }, now);
  return decision.ok ? givenBack(decision.value) : 0;
}

function toDate(offer: OfferRow, { occurrences }: BookingRow, roomNames: ReadonlyMap<string, string>): OfferedDate {
  const { id, state, startsAt, endsAt, answerBy, settleAt, roomId, occurrenceId } = offer;
  const occurrence = occurrences.find((one) => one.id === occurrenceId);
  const roomName = roomNames.get(roomId) ?? '';
  const movedTo =
    state === 'moved' && occurrence ? { start: occurrence.startsAt, end: occurrence.endsAt, roomName: occurrence.room.name } : null;
  return { ...{ id, state, roomName, answerBy, settleAt, movedTo }, start: startsAt, end: endsAt };
}

async function findRoomNames(offers: readonly OfferRow[]): Promise<Map<string, string>> {
  const rooms = await db.room.findMany({
    where: { id: { in: [...new Set(offers.map(({ roomId }) => roomId))] } },
    select: { id: true, name: true },
  });
  return new Map(rooms.map(({ id, name }) => [id, name]));
}
