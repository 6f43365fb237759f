import { addMinutes, contains, earlier, type Interval, later } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { checkSlot, type SlotRefusal } from '../../availability/check-slot';
import { isActive } from '../../availability/claim';
import { type NearbySound, warningsFor } from '../../availability/nearby-uses';
import { STEP_MINUTES } from '../../availability/slot-step';
import { type Actor, can } from '../../identity/permissions';
import { describePolicy, refundShare } from '../../pricing/cancellation-policy';
import type { QuoteLine, QuoteRefusal } from '../../pricing/quote';
import { withRig } from '../../rooms/rig-time';
import { type AddOnRefusal, type AddOnUse, decideAddOns } from '../decide-add-ons';
import type { BookingRefusal } from '../decide-booking';
import { everyRule, liftRule, liftRules } from '../rules/lift-rules';
import { type QuotaRefusal, refusalByQuota } from '../rules/quota';
import type { RuleCode } from '../rules/rule-code';
import { type ChangeKind, kindOfChange, type Place } from './change';
import { type ChangeFacts, type ChangeRequest, isHub, paysThemselves } from './change-facts';
import type { LineChange } from './change-lines';
import type { ChangeMoney } from './change-money';
import { priceStands, settle, wantedLines } from './change-price';

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
  /** What next door may be heard there, or may hear; to be told before it is saved. */
  readonly nearby: readonly NearbySound[];
  /** The rules that the exception sets aside; none when it was not made, or not needed. */
  readonly setAside: readonly RuleCode[];
}

export type ChangeRefusal =
  | SlotRefusal
  | QuoteRefusal
  | AddOnRefusal
  | QuotaRefusal
  | Extract<BookingRefusal, { code: 'too_many_people' }>
  | { code: 'not_allowed' }
  /** The house answers requests for the room: moving into it, or within it, is asked for. */
  | { code: 'needs_answer' }
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
  if (!request.byException) return decideByRules(facts, request, now);
  if (!can(facts.actor, 'rules.override')) return refuse({ code: 'not_allowed' });
  const setAside = everyRule(
    facts,
    (judged) => refusedBy(decideByRules(judged, request, now)),
    (judged, code) => ({ ...judged, next: liftRule(judged.next, code) }),
  );
  if (setAside.length === 0) return decideByRules(facts, request, now);
  const lifted = decideByRules({ ...facts, next: liftRules(facts.next) }, request, now);
  return lifted.ok ? ok({ ...lifted.value, setAside }) : lifted;
}

const refusedBy = (decision: Result<unknown, ChangeRefusal>) => (decision.ok ? [] : [decision.code]);

function decideByRules(facts: ChangeFacts, request: ChangeRequest, now: Date): Result<ChangeDecision, ChangeRefusal> {
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
  const refundBp = isFree ? EVERYTHING : refundShare(facts.booking.policy, facts.occurrence.slot.start, now);
  const settled = settle(facts, wanted.value, { waive: request.waive, refundBp, priceStands: priceStands(facts, request) });
  return ok({
    kind: kindOfChange(facts.occurrence, placeOf(facts, request)),
    padded: checked.value,
    equipmentUses: along.value.uses,
    refundBp,
    ...settled,
    awaitsPaymentUntil: deadline(facts, request, settled.money, now),
    nearby: warningsFor(facts.next.sound, withRig(request.slot, facts.occurrence.rig), now),
    setAside: [],
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
  // It was there before, by the rules or by an exception.
  const checked = checkSlot(...slotQuestion({ ...facts, next: liftRules(facts.next) }, request, now));
  if (!checked.ok) return checked;
  const along = addOnsAlong(facts, request, checked.value, now);
  if (!along.ok) return along;
  return ok({ ...settled, awaitsPaymentUntil, equipmentUses: along.value.uses });
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
  if (paysThemselves(actor, booking)) return addMinutes(now, CARD_HOLD_MINUTES);
  const latest = begins > now ? begins : later(ends, addMinutes(now, CARD_HOLD_MINUTES));
  return earlier(addMinutes(now, PAY_LINK_HOLD_MINUTES), latest);
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
  const shortens = sameRoom && sameStart && slot.end < booked.end;
  if (!shortens && refundShare(booking.policy, booked.start, now) < EVERYTHING) {
    return { code: 'too_late_to_move', freeUntil: describePolicy(booking.policy, booked.start, new Date(0)).freeUntil };
  }
  const moves = kindOfChange(occurrence, placeOf(facts, { slot })) === 'move';
  return moves && facts.next.room.approvalHours !== null ? { code: 'needs_answer' } : null;
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

function placeOf({ next }: ChangeFacts, { slot }: Pick<ChangeRequest, 'slot'>): Place {
  return { roomId: next.room.id, slot };
}
