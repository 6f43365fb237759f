import { addMinutes, earlier, type Interval, span, widened } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { firstOfMonth } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';
import { type TimeIndex, timeIndex } from '~/lib/time-index';
import { can } from '../identity/permissions';
import { holdExpiry } from '../billing/checkout-params';
import { factsAround, MARGIN_MINUTES } from '../availability/slot-facts';
import { type Allowance, includedMinutes } from '../pricing/allowance';
import type { PayableLine } from '../pricing/payable-lines';
import type { QuoteLine } from '../pricing/quote';
import { decisionDeadline } from './approval/approval-policy';
import { type BookingDecision, type BookingFacts, type BookingRefusal, type BookingRequest, decideBooking } from './decide-booking';
import type { QuotaUse } from './rules/quota';

/** One occurrence that is asked for, with what is known of its room around its time. */
export interface AskedOccurrence {
  readonly facts: BookingFacts;
  readonly request: Omit<BookingRequest, 'expectedTotalOre'>;
}

/** An occurrence that can be had. Positions of its lines run on from the occurrence before. */
export interface GrantedOccurrence {
  readonly granted: true;
  readonly slot: Interval;
  readonly roomId: string;
  /** What the room is claimed for. */
  readonly padded: Interval;
  readonly lines: readonly QuoteLine[];
  readonly payableLines: readonly PayableLine[];
  readonly rig: BookingDecision['rig'];
  readonly equipmentUses: BookingDecision['equipmentUses'];
  readonly nearby: BookingDecision['nearby'];
}

/** An occurrence that cannot be had, and why; kept on the booking beside the others. */
export interface RefusedOccurrence {
  readonly granted: false;
  readonly slot: Interval;
  readonly roomId: string;
  readonly refusal: BookingRefusal;
}

export interface CommitmentDecision {
  readonly state: 'held' | 'requested' | 'confirmed';
  /** How long the house may take to answer; null when it need not. */
  readonly approvalHours: number | null;
  readonly holdExpiresAt: Date | null;
  readonly totalOre: number;
  readonly vatOre: number;
  /** Frozen on the booking: the policy of the first room. */
  readonly policy: BookingDecision['policy'];
  /** In the order they were asked for. */
  readonly occurrences: readonly (GrantedOccurrence | RefusedOccurrence)[];
}

export interface CommitmentRequest {
  readonly whenRefused: 'refuse_all' | 'keep_refused';
  /** The total that was shown before booking. */
  readonly expectedTotalOre: number | null;
  /** Held until then whatever it costs: an offer that is still to be answered. */
  readonly offerUntil?: Date | undefined;
}

/** Another price than the one that was shown. */
export interface PriceChanged {
  readonly code: 'price_changed';
  readonly totalOre: number;
}

/** Why the whole is refused; `index` says which occurrence stood in the way, counted from 0, where one did. */
export type CommitmentRefusal = (BookingRefusal & { readonly index: number }) | PriceChanged;

/** Somebody who is sent a payment link gets longer. */
const PAY_LINK_HOLD_MINUTES = 24 * 60;

/**
 * Whether occurrences can be booked together. Each is decided as a booking of its own would be, with those before it in the way: two
 * of one booking do not get the same room, the last microphone or the rest of a quota either.
 */
export function decideOccurrences(
  asked: readonly AskedOccurrence[],
  { whenRefused, expectedTotalOre, offerUntil }: CommitmentRequest,
  now: Date,
): Result<CommitmentDecision, CommitmentRefusal> {
  const occurrences = decideEach(asked, now);
  const refused = firstRefusal(occurrences);
  const granted = occurrences.filter((occurrence) => occurrence.granted);
  if (refused && (whenRefused === 'refuse_all' || granted.length === 0)) return refuse(refused);
  const decided = decideWhole(asked, occurrences, granted, expectedTotalOre, now);
  return decided.ok && offerUntil ? ok({ ...decided.value, state: 'held', holdExpiresAt: offerUntil }) : decided;
}

/** What becomes of each occurrence, in the order they were asked for. */
export function decideEach(asked: readonly AskedOccurrence[], now: Date): (GrantedOccurrence | RefusedOccurrence)[] {
  const earlierOnes = timeIndex<Earlier>();
  let lineCount = 0;
  return asked.map(({ facts, request }) => {
    const known = withEarlier(factsAround(facts, request.slot), earlierOnes, request.slot);
    const decision = decideBooking(known, request, now);
    const own = { slot: request.slot, roomId: facts.room.id };
    if (!decision.ok) {
      const { ok: _, ...refusal } = decision;
      return { granted: false, ...own, refusal };
    }
    const granted = { granted: true as const, ...own, ...numbered(decision.value, lineCount) };
    lineCount += granted.lines.length;
    earlierOnes.add({ ...reachOf(granted), room: facts.room, granted });
    return granted;
  });
}

function firstRefusal(occurrences: readonly (GrantedOccurrence | RefusedOccurrence)[]): CommitmentRefusal | null {
  const index = occurrences.findIndex((occurrence) => !occurrence.granted);
  const found = occurrences[index];
  return found && !found.granted ? { ...found.refusal, index } : null;
}

function decideWhole(
  asked: readonly AskedOccurrence[],
  occurrences: CommitmentDecision['occurrences'],
  granted: readonly GrantedOccurrence[],
  expectedTotalOre: number | null,
  now: Date,
): Result<CommitmentDecision, CommitmentRefusal> {
  const [first] = asked;
  if (!first) throw new RangeError('a booking has at least one occurrence');
  const lines = granted.flatMap((occurrence) => occurrence.lines);
  const totalOre = sumOre(lines.map((line) => line.grossOre));
  if (expectedTotalOre !== null && expectedTotalOre !== totalOre) return refuse({ code: 'price_changed', totalOre });
  const mustBePaid = first.request.paymentMethod === 'card' && totalOre > 0;
  const startsAt = granted.map(({ slot }) => slot.start).reduce(earlier);
  const approvalHours = approvalHoursOf(asked, granted);
  // A card is reserved before the house is asked.
  const unpaid = approvalHours === null ? ('confirmed' as const) : ('requested' as const);
  const answerBy = approvalHours === null ? null : decisionDeadline(approvalHours, { startsAt, reservedUntil: null }, now);
  return ok({
    state: mustBePaid ? 'held' : unpaid,
    approvalHours,
    holdExpiresAt: mustBePaid ? holdDeadline(first, startsAt, now) : answerBy,
    totalOre,
    vatOre: sumOre(lines.map((line) => line.vatOre)),
    policy: first.facts.policy,
    occurrences,
  });
}

/** The longest answer that one of the rooms asks for. Whoever may give the answer does not ask for it. */
export function approvalHoursOf(asked: readonly AskedOccurrence[], granted: readonly GrantedOccurrence[]): number | null {
  const hours = asked.flatMap(({ facts: { room, actor } }) =>
    room.approvalHours !== null && granted.some(({ roomId }) => roomId === room.id) && !can(actor, 'request.answer')
      ? [room.approvalHours]
      : [],
  );
  return hours.length === 0 ? null : Math.max(...hours);
}

/** A payment link holds the room for a day, but not past the start. */
function holdDeadline({ facts: { actor }, request }: AskedOccurrence, startsAt: Date, now: Date): Date {
  if (actor.personId === request.personId) return holdExpiry(now);
  return earlier(addMinutes(now, PAY_LINK_HOLD_MINUTES), startsAt);
}

/** An occurrence that has been granted before another one is looked at, and the time in which it may be in the way. */
interface Earlier extends Interval {
  readonly room: BookingFacts['room'];
  readonly granted: GrantedOccurrence;
}

/** Quotas count by the month at most. */
export const QUOTA_REACH_MINUTES = 32 * 24 * 60;

function reachOf({ slot, padded, equipmentUses }: GrantedOccurrence): Interval {
  return span([slot, padded, ...equipmentUses]);
}

function withEarlier(facts: BookingFacts, earlierOnes: TimeIndex<Earlier>, slot: Interval): BookingFacts {
  const countedTogether = widened(slot, QUOTA_REACH_MINUTES);
  const around = widened(slot, MARGIN_MINUTES);
  const uses = earlierOnes.within(countedTogether).map(({ room, granted }): QuotaUse => ({ ...granted.slot, room }));
  if (uses.length === 0) return facts;
  const { id: roomId } = facts.room;
  const inTheWay = [roomId, ...(facts.sharesWith ?? [])];
  const near = earlierOnes.within(around).map(({ granted }) => granted);
  const claims = near
    .filter((occurrence) => inTheWay.includes(occurrence.roomId))
    .map(({ padded }) => ({ ...padded, roomId, kind: 'booking' as const }));
  const taken = near.flatMap(({ equipmentUses }) => equipmentUses);
  return {
    ...facts,
    claims: [...facts.claims, ...claims],
    equipment: facts.equipment.map((item) => ({ ...item, uses: [...item.uses, ...taken.filter(({ itemId }) => itemId === item.id)] })),
    quota: { ...facts.quota, uses: [...facts.quota.uses, ...uses] },
    ...(facts.included && { included: facts.included.map((allowance) => usedBy(allowance, earlierOnes.within(countedTogether))) }),
  };
}

/** What is left of an allowance when those before have taken theirs of its month. */
function usedBy(allowance: Allowance, before: readonly Earlier[]): Allowance {
  const ofMonth = before.filter(({ granted }) => firstOfMonth(localDateOf(granted.slot.start)) === allowance.month);
  const used = ofMonth.reduce((sum, { granted }) => sum + includedMinutes(granted.lines), 0);
  return { ...allowance, leftMinutes: Math.max(0, allowance.leftMinutes - used) };
}

function numbered({ padded, rig, quote, payableLines, equipmentUses, nearby }: BookingDecision, before: number) {
  const move = <Line extends { readonly position: number }>(line: Line): Line => ({ ...line, position: line.position + before });
  return { padded, rig, equipmentUses, nearby, lines: quote.lines.map(move), payableLines: payableLines.map(move) };
}
