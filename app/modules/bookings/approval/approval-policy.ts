/** How long answers may take, and what the house may say. */
import { addMinutes, earlier } from '~/lib/interval';
import type { BookingState } from '../booking';

/**
 * pending: the house has not answered · conditions: yes, if the customer accepts what was said · approved · declined ·
 * lapsed: nobody answered, or accepted, in time · withdrawn: the customer changed their mind.
 */
export type ApprovalState = 'pending' | 'conditions' | 'approved' | 'declined' | 'lapsed' | 'withdrawn';

/** Why a request is declined: each has a kind sentence, to which the house may add its own words. */
export const DECLINE_REASONS = ['house_needs_it', 'too_loud', 'does_not_fit', 'too_many_people', 'missing_information', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** While something may still be agreed about a booking, both sides may write. */
export function mayTalk(state: BookingState): boolean {
  return state === 'held' || state === 'requested' || state === 'confirmed';
}

/** Somebody who is told of conditions gets this long to accept them. */
const ACCEPT_MINUTES = 48 * 60;
/** The bank's own deadline is not ours: a capture that fails at first must have time to be tried again. */
const CAPTURE_MARGIN_MINUTES = 24 * 60;
/** Approved and unpaid: as long as somebody who was sent a payment link. */
const PAY_ANEW_MINUTES = 24 * 60;

export interface Limits {
  /** The first time that was asked for. */
  readonly startsAt: Date;
  /** Until when the bank keeps the card reserved; null when no card is. */
  readonly reservedUntil: Date | null;
}

/** When the house must have answered: as promised for the room, but before the start and while the card can still be captured. */
export function decisionDeadline(hours: number, limits: Limits, now: Date): Date {
  return limited(addMinutes(now, hours * 60), limits);
}

export function acceptanceDeadline(limits: Limits, now: Date): Date {
  return limited(addMinutes(now, ACCEPT_MINUTES), limits);
}

/** How long an approved booking whose card was lost is kept for a new payment. */
export function payAnewDeadline(startsAt: Date, now: Date): Date {
  return earlier(addMinutes(now, PAY_ANEW_MINUTES), startsAt);
}

function limited(wished: Date, { startsAt, reservedUntil }: Limits): Date {
  const beforeStart = earlier(wished, startsAt);
  return reservedUntil === null ? beforeStart : earlier(beforeStart, addMinutes(reservedUntil, -CAPTURE_MARGIN_MINUTES));
}
