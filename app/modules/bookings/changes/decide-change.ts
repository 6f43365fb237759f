import { addMinutes, contains, durationMinutes, earlier, intersect, type Interval, later } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { checkSlot, type SlotRefusal } from '../../availability/check-slot';
import { isActive } from '../../availability/claim';
import { STEP_MINUTES } from '../../availability/slot-step';
import { type Actor, can } from '../../identity/permissions';
import { type CancellationTier, describePolicy, refundShare } from '../../pricing/cancellation-policy';
import { quote, type QuoteLine, type QuoteRefusal } from '../../pricing/quote';
import { NO_RIG, type RigTime } from '../../rooms/rig-time';
import type { RoomKind } from '../../rooms/room';
import { waiveQuote } from '../../pricing/waive-quote';
import type { BookingState, OccurrenceState, PaymentMethod } from '../booking';
import { type AddOnRefusal, type AddOnRequest, type AddOnUse, decideAddOns } from '../decide-add-ons';
import { type BookingFacts, type BookingRefusal, FREE_LABEL } from '../decide-booking';
import { type QuotaRefusal, refusalByQuota } from '../rules/quota';
import { type ChangeKind, kindOfChange, type Place } from './change';
import { changeOfLines, keptRoomLines, keptSupport, type LineChange, linesAfter, mergedSupport, type WantedLine } from './change-lines';
import { type ChangeMoney, cheaperOnly, differences, moneyOf, retainedLines, waivingLines } from './change-money';

/** What a change rests on, loaded once. */
export interface ChangeFacts {
  readonly actor: Actor;
  readonly booking: {
    readonly personId: string;
    readonly organisationId: string | null;
    readonly state: BookingState;
    readonly paymentMethod: PaymentMethod;
    /** Frozen on the booking, whatever room it moves to. */
    readonly policy: readonly CancellationTier[];
    readonly people: number;
    /** The number for the first line that is added. */
    readonly nextPosition: number;
  };
  readonly occurrence: Place & {
    readonly state: OccurrenceState;
    /** Those in force. */
    readonly lines: readonly QuoteLine[];
    /** Time to rig; it comes along. */
    readonly rig: RigTime;
    /** What comes along; people for their hours, counted from the start. */
    readonly equipment: readonly AddOnRequest[];
    /** The house closes over it and has offered another time: it may be moved until it begins, and costs no more in a room of its kind. */
    readonly closedByHouse?: boolean;
    readonly roomKind?: RoomKind;
  };
  /** The wanted room around the wanted time, without what the occurrence itself has there. */
  readonly next: Omit<BookingFacts, 'actor' | 'organisation' | 'policy'>;
}

export interface ChangeRequest {
  readonly slot: Interval;
  /** No money either way. Only the hub may. */
  readonly waive: boolean;
}

export interface ChangeDecision {
  readonly kind: ChangeKind;
  /** What the room is claimed for afterwards. */
  readonly padded: Interval;
  readonly equipmentUses: readonly AddOnUse[];
  readonly lines: LineChange;
  readonly money: ChangeMoney;
  /** Whether the change waits until the difference is paid; until when what is added is kept. */
  readonly awaitsPaymentUntil: Date | null;
  /** The share of what is taken off that goes back, basis points. */
  readonly refundBp: number;
}

export type ChangeRefusal =
  | SlotRefusal
  | QuoteRefusal
  | AddOnRefusal
  | QuotaRefusal
  | Extract<BookingRefusal, { code: 'too_many_people' }>
  | { code: 'not_allowed' }
  /** Not paid, called off or over. */
  | { code: 'not_confirmed' }
  | { code: 'over' }
  | { code: 'unchanged' }
  /** What has begun keeps its start. */
  | { code: 'has_begun' }
  /** Past the time when it could be called off for nothing, it may be lengthened, or shortened at its end. */
  | { code: 'too_late_to_move'; freeUntil: Date | null };

const EVERYTHING = 10_000;
/** Stripe's page lives for 30 minutes; what is kept outlives it. */
const CARD_HOLD_MINUTES = 35;
const PAY_LINK_HOLD_MINUTES = 24 * 60;

/**
 * Whether an occurrence may be moved, and what that means. Whoever booked may move it while it could be called off for nothing, lengthen
 * it always, and shorten it at its end until it begins, getting back what calling off that part would give back: so nobody gains by
 * shortening or moving before calling off. The hub may always, within what the room allows.
 */
export function decideChange(facts: ChangeFacts, request: ChangeRequest, now: Date): Result<ChangeDecision, ChangeRefusal> {
  const refusal = refusalByPolicy(facts, request, now) ?? refusalByNeeds(facts, request, now);
  if (refusal) return refuse(refusal);
  const checked = checkSlot(...slotQuestion(facts, request, now));
  if (!checked.ok) return checked;
  const overQuota = refusalByOwnQuota(facts, request);
  if (overQuota) return refuse(overQuota);
  const along = addOnsAlong(facts, request, checked.value, now);
  if (!along.ok) return along;
  const wanted = wantedLines(facts, request.slot);
  if (!wanted.ok) return wanted;
  const isFree = isHub(facts.actor) || facts.occurrence.closedByHouse;
  const kind = kindOfChange(facts.occurrence, placeOf(facts, request));
  const refundBp = isFree ? EVERYTHING : refundShare(facts.booking.policy, facts.occurrence.slot.start, now);
  const settled = settle(facts, wanted.value, { waive: request.waive, refundBp, priceStands: priceStands(facts, request) });
  const equipmentUses = along.value.uses;
  return ok({
    kind,
    padded: checked.value,
    equipmentUses,
    refundBp,
    ...settled,
    awaitsPaymentUntil: deadline(facts, request, settled.money, now),
  });
}

export interface ReturnRequest {
  readonly slot: Interval;
  /** As they were in force before. */
  readonly lines: readonly QuoteLine[];
  /** Whether the occurrence goes somewhere; an overrun had not moved it. */
  readonly moves: boolean;
}

/** Whether an occurrence can go back to where it was, at the price it had there. */
export function decideReturn(
  facts: ChangeFacts,
  { slot, lines: before, moves }: ReturnRequest,
  now: Date,
): Result<Pick<ChangeDecision, 'equipmentUses' | 'lines' | 'money' | 'awaitsPaymentUntil'>, ChangeRefusal> {
  const { state } = facts.occurrence;
  if (state !== 'confirmed' && (moves || state !== 'completed')) return refuse({ code: 'not_confirmed' });
  const request = { slot, waive: false };
  const settled = settle(facts, before, { waive: false, refundBp: EVERYTHING, priceStands: false });
  const awaitsPaymentUntil = deadline(facts, request, settled.money, now);
  if (!moves) return ok({ ...settled, awaitsPaymentUntil, equipmentUses: [] });
  const refusal = refusalByNeeds(facts, request, now);
  if (refusal) return refuse(refusal);
  const checked = checkSlot(...slotQuestion(facts, request, now));
  if (!checked.ok) return checked;
  const along = addOnsAlong(facts, request, checked.value, now);
  if (!along.ok) return along;
  return ok({ ...settled, awaitsPaymentUntil, equipmentUses: along.value.uses });
}

interface Settling {
  readonly waive: boolean;
  /** The share of what comes off that goes back, basis points. */
  readonly refundBp: number;
  /** It costs no more than before, whatever it would cost. */
  readonly priceStands: boolean;
}

/** The lines that are to be, with what is held back or waived, and the money that follows. */
function settle(
  { booking, occurrence }: Pick<ChangeFacts, 'booking' | 'occurrence'>,
  wanted: readonly WantedLine[],
  { waive, refundBp, priceStands }: Settling,
): { readonly lines: LineChange; readonly money: ChangeMoney } {
  const plain = changeOfLines(occurrence.lines, wanted, booking.nextPosition);
  const changes = differences(occurrence.lines, linesAfter(plain));
  const evened = waive ? waivingLines(changes) : priceStands ? cheaperOnly(changes) : retainedLines(changes, refundBp);
  const lines = evened.length === 0 ? plain : changeOfLines(occurrence.lines, [...wanted, ...evened], booking.nextPosition);
  return { lines, money: moneyOf(occurrence.lines, lines) };
}

/**
 * Whoever has to move pays no more for it: in a room of the same kind, and for no longer than was booked. Anything beyond that is
 * their own wish.
 */
function priceStands({ occurrence, next }: Pick<ChangeFacts, 'occurrence' | 'next'>, { slot }: Pick<ChangeRequest, 'slot'>): boolean {
  const longer = durationMinutes(slot) > durationMinutes(occurrence.slot);
  return occurrence.closedByHouse === true && occurrence.roomKind === next.room.kind && !longer;
}

/** Until when what is added waits for its payment; null when nothing is to be paid by card. */
function deadline(
  { actor, booking, occurrence }: Pick<ChangeFacts, 'actor' | 'booking' | 'occurrence'>,
  { slot }: Pick<ChangeRequest, 'slot'>,
  { dueOre }: ChangeMoney,
  now: Date,
): Date | null {
  if (booking.paymentMethod !== 'card' || dueOre === 0) return null;
  return keptUntil({ actor, booking }, { begins: earlier(slot.start, occurrence.slot.start), ends: occurrence.slot.end }, now);
}

/** Whoever pays at once has until their page closes; somebody who is sent a link a day, but not past what it is about. */
export function keptUntil(
  { actor, booking }: { readonly actor: Actor; readonly booking: { readonly personId: string } },
  { begins, ends }: { readonly begins: Date; readonly ends: Date },
  now: Date,
): Date {
  if (actor.personId === booking.personId || !isHub(actor)) return addMinutes(now, CARD_HOLD_MINUTES);
  const latest = begins > now ? begins : later(ends, addMinutes(now, CARD_HOLD_MINUTES));
  return earlier(addMinutes(now, PAY_LINK_HOLD_MINUTES), latest);
}

export function isHub(actor: Actor): boolean {
  return can(actor, 'booking.change_always');
}

function refusalByPolicy(facts: ChangeFacts, { slot, waive }: ChangeRequest, now: Date): ChangeRefusal | null {
  const { actor, booking, occurrence } = facts;
  if (!can(actor, 'booking.change', booking) || (waive && !isHub(actor))) return { code: 'not_allowed' };
  if (booking.state !== 'confirmed' || occurrence.state !== 'confirmed') return { code: 'not_confirmed' };
  const { slot: booked } = occurrence;
  if (booked.end <= now) return { code: 'over' };
  const sameRoom = occurrence.roomId === facts.next.room.id;
  const sameStart = booked.start.getTime() === slot.start.getTime();
  if (sameRoom && sameStart && booked.end.getTime() === slot.end.getTime()) return { code: 'unchanged' };
  if (booked.start <= now && !sameStart) return { code: 'has_begun' };
  if (isHub(actor) || (sameRoom && contains(slot, booked))) return null;
  if (occurrence.closedByHouse && booked.start > now) return null;
  if (booked.start <= now) return { code: 'has_begun' };
  if (refundShare(booking.policy, booked.start, now) >= EVERYTHING || (sameRoom && sameStart && slot.end < booked.end)) return null;
  return { code: 'too_late_to_move', freeUntil: describePolicy(booking.policy, booked.start, new Date(0)).freeUntil };
}

function refusalByNeeds({ booking, next }: ChangeFacts, { slot }: ChangeRequest, now: Date): ChangeRefusal | null {
  if (booking.people > next.room.capacity) return { code: 'too_many_people', capacity: next.room.capacity };
  return slot.end <= now ? { code: 'past' } : null;
}

/**
 * What of the room's rules holds. A start that was agreed is neither past nor too soon; the hub is bound by hours, closures and other
 * bookings, not by notice, horizon or length.
 */
function slotQuestion({ actor, occurrence, next }: ChangeFacts, { slot }: ChangeRequest, now: Date): Parameters<typeof checkSlot> {
  const agreed = occurrence.slot.start.getTime() === slot.start.getTime();
  const free = { noticeMinutes: 0, horizonDays: 3_660, minMinutes: STEP_MINUTES, maxMinutes: Number.MAX_SAFE_INTEGER };
  const room = { ...next.room, ...(agreed && { noticeMinutes: 0 }), ...(isHub(actor) && free) };
  const claims = next.claims.filter((claim) => isActive(claim, now));
  const rig = occurrence.rig;
  return [{ ...next, room, claims }, slot, agreed ? earlier(now, addMinutes(slot.start, -rig.beforeMinutes)) : now, rig];
}

/** The quotas of whoever pays, with the place it moves to instead of the one it leaves. The hub moves for other reasons, and so does who has to. */
function refusalByOwnQuota({ actor, occurrence, next }: ChangeFacts, { slot }: ChangeRequest): QuotaRefusal | null {
  if (isHub(actor) || occurrence.closedByHouse) return null;
  const isOwn = ({ start, end }: Interval) =>
    start.getTime() === occurrence.slot.start.getTime() && end.getTime() === occurrence.slot.end.getTime();
  const own = next.quota.uses.findIndex(({ room, ...use }) => room.id === occurrence.roomId && isOwn(use));
  const uses = next.quota.uses.filter((_, index) => index !== own);
  return refusalByQuota({ ...next.quota, uses }, [{ ...slot, room: next.room }]);
}

/** Whether what was added can come along. What was agreed in time is not too late because it moves, and nothing is added. */
function addOnsAlong({ booking, occurrence, next }: ChangeFacts, { slot }: ChangeRequest, claimed: Interval, now: Date) {
  const offered = next.equipment.map((item) => ({ ...item, noticeMinutes: 0, requiredFromPeople: null }));
  const { rig, equipment } = occurrence;
  return decideAddOns(offered, { slot, rig, equipment, people: booking.people, claimed }, earlier(now, slot.start));
}

/**
 * What stays of the slot costs what it was booked for, what is added costs what the price list says today, what comes off is taken off
 * at the price it was booked for. Equipment and services come along at their price. In another room, or at quite another time, nothing stays.
 */
function wantedLines({ booking, occurrence, next }: ChangeFacts, slot: Interval): Result<WantedLine[], QuoteRefusal> {
  const { card, seller } = next;
  if (!card || !seller) return refuse({ code: 'no_rate', at: slot.start });
  const free = booking.paymentMethod === 'free';
  const booked = occurrence.lines.filter(({ kind }) => !(free && kind === 'support'));
  const stays = occurrence.roomId === next.room.id ? intersect(occurrence.slot, slot) : null;
  const pieces: (Interval | null)[] = stays ? [{ start: slot.start, end: stays.start }, null, { start: stays.end, end: slot.end }] : [slot];
  const rooms: WantedLine[] = [];
  const supports: WantedLine[] = [];
  for (const piece of pieces) {
    if (!piece && stays) {
      const kept = keptRoomLines(booked, occurrence.slot, stays, next.room.name);
      rooms.push(...kept);
      supports.push(...keptSupport(booked, kept));
    } else if (piece && durationMinutes(piece) > 0) {
      const priced = quote({ ...next, card, seller, slot: piece, rig: NO_RIG, equipment: [] });
      if (!priced.ok) return priced;
      rooms.push(...unnumbered(priced.value.lines.filter(({ kind }) => kind === 'room')));
      supports.push(...unnumbered(priced.value.lines.filter(({ kind }) => kind === 'support')));
    }
  }
  const others = booked.filter(({ kind }) => kind !== 'room' && kind !== 'support');
  const all = [...rooms, ...mergedSupport(supports), ...others];
  return ok(free ? withWaiver(all) : all);
}

function withWaiver(lines: readonly WantedLine[]): WantedLine[] {
  const numbered = lines.map((line, index) => ({ ...line, position: index + 1 }));
  const waived = waiveQuote({ lines: numbered, netOre: 0, vatOre: 0, totalOre: 0, fullOre: 0, supportOre: 0 }, FREE_LABEL);
  return [...lines, ...unnumbered(waived.lines.slice(lines.length))];
}

function unnumbered(lines: readonly QuoteLine[]): WantedLine[] {
  return lines.map(({ position: _, ...line }) => line);
}

function placeOf({ next }: ChangeFacts, { slot }: ChangeRequest): Place {
  return { roomId: next.room.id, slot };
}
