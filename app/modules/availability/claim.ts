import { addMinutes, type Interval } from '~/lib/interval';
import type { RoomFacts } from '../rooms/room';

/** A use of the room that stands in the way: a booking, a lease or a closure. Its period has set-up and clean-up time in it. */
export interface ClaimFact {
  readonly roomId: string;
  readonly start: Date;
  readonly end: Date;
  readonly kind: 'booking' | 'lease' | 'closure';
  readonly occurrenceId?: string | null;
  /** The viewer's own booking. */
  readonly mine?: boolean;
  /** Which of the viewer's own bookings it is. */
  readonly ownBookingId?: string | null;
  /** Deadline of a hold; none for what is settled. */
  readonly holdExpiresAt?: Date | null;
  /** It waits for the house's answer until that deadline, and not for a payment. */
  readonly asked?: boolean;
  /** Why the room is closed. */
  readonly reasonNb?: string | null;
  readonly reasonEn?: string | null;
}

/** The rules of a room for the time a booking may take. */
export type SlotRules = Pick<
  RoomFacts,
  'bookable' | 'setupMinutes' | 'cleanupMinutes' | 'minMinutes' | 'maxMinutes' | 'noticeMinutes' | 'horizonDays'
>;

/** A hold that has reached its deadline counts as free everywhere: whoever needs the room releases it. */
export function isActive(claim: ClaimFact, now: Date): boolean {
  return !claim.holdExpiresAt || claim.holdExpiresAt.getTime() > now.getTime();
}

/** Somebody has the time while paying for it. */
export function isHold(claim: ClaimFact): boolean {
  return claim.kind === 'booking' && Boolean(claim.holdExpiresAt) && claim.asked !== true;
}

/** What a use of the room claims: the time itself with set-up before and clean-up after. */
export function paddedInterval(rules: Pick<SlotRules, 'setupMinutes' | 'cleanupMinutes'>, interval: Interval): Interval {
  return { start: addMinutes(interval.start, -rules.setupMinutes), end: addMinutes(interval.end, rules.cleanupMinutes) };
}

/** Where no use can lie because of a claim: the claim, widened by the clean-up before it and the set-up after it. */
export function blockedBy(claim: ClaimFact, rules: Pick<SlotRules, 'setupMinutes' | 'cleanupMinutes'>): Interval {
  return { start: addMinutes(claim.start, -rules.cleanupMinutes), end: addMinutes(claim.end, rules.setupMinutes) };
}
