import { earlier } from '~/lib/interval';
import { compareOre, type Ore, subtractOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { BookingState, PaymentMethod } from '../booking';
import { type SplitTimes, splitTimes } from './split-policy';

export const LEAST_SHARES = 2;
/** A big band; a receipt for the rest has a line for each. */
export const MOST_SHARES = 20;
/** Stripe takes no payment below 3 kroner. */
export const LEAST_SHARE_ORE = 300;
/** Rooms that one person may keep from others in this way at a time. */
export const MOST_RUNNING = 2;

export interface SplitFacts {
  readonly state: BookingState;
  readonly paymentMethod: PaymentMethod;
  readonly totalOre: Ore;
  readonly createdAt: Date;
  readonly holdExpiresAt: Date | null;
  /** When the first of what was booked begins. */
  readonly startsAt: Date;
  /** The house has still to answer: a card is only reserved until then. */
  readonly awaitsAnswer: boolean;
  /** All of it has been paid, or a bank payment is on its way. */
  readonly paymentUnderWay: boolean;
  /** Bookings that the organiser shares out now, this one left out. */
  readonly running: number;
}

export interface WantedShare {
  readonly name: string;
  readonly email: string | null;
  readonly amountOre: Ore;
}

/** Why the price cannot be shared out at all. */
export type UnsplittableRefusal =
  /** It is not held any more. */
  | { code: 'not_held' }
  /** Free, or on account. */
  | { code: 'not_by_card' }
  | { code: 'awaits_answer' }
  | { code: 'payment_pending' }
  /** Too little time before it begins, or too long since it was booked. */
  | { code: 'too_late' }
  | { code: 'too_many_running' };

export type SharesRefusal =
  | { code: 'share_count' }
  /** `index`: of the share, from 0. */
  | { code: 'share_too_small'; index: number }
  /** `differenceOre`: what the shares lack; negative when they are too much. */
  | { code: 'sum_differs'; differenceOre: Ore };

/** Whether, and until when, a booking's price can be shared out. */
export function maySplit(facts: SplitFacts, now: Date): Result<SplitTimes, UnsplittableRefusal> {
  const { state, paymentMethod, totalOre, holdExpiresAt } = facts;
  if (state !== 'held' || holdExpiresAt === null || holdExpiresAt <= now) return refuse({ code: 'not_held' });
  if (paymentMethod !== 'card' || compareOre(totalOre, LEAST_SHARES * LEAST_SHARE_ORE) < 0) return refuse({ code: 'not_by_card' });
  if (facts.awaitsAnswer) return refuse({ code: 'awaits_answer' });
  if (facts.paymentUnderWay) return refuse({ code: 'payment_pending' });
  if (facts.running >= MOST_RUNNING) return refuse({ code: 'too_many_running' });
  const times = splitTimes(facts, now);
  return times ? ok(times) : refuse({ code: 'too_late' });
}

/**
 * Whether what is about to be booked could be shared out; how many the organiser has running is seen when it is.
 * `starts`: of all its times.
 */
export function mayShareOut(
  { starts, ...booking }: Pick<SplitFacts, 'paymentMethod' | 'totalOre' | 'awaitsAnswer'> & { readonly starts: readonly Date[] },
  now: Date,
): boolean {
  const [first, ...others] = starts;
  if (first === undefined) return false;
  const startsAt = others.reduce(earlier, first);
  const held = { ...booking, state: 'held' as const, createdAt: now, holdExpiresAt: startsAt, startsAt };
  return maySplit({ ...held, paymentUnderWay: false, running: 0 }, now).ok;
}

/** The shares must be the price, to the øre; nothing is evened out that nobody has seen. */
export function decideSplit(
  facts: SplitFacts,
  shares: readonly WantedShare[],
  now: Date,
): Result<SplitTimes, UnsplittableRefusal | SharesRefusal> {
  const times = maySplit(facts, now);
  if (!times.ok) return times;
  if (shares.length < LEAST_SHARES || shares.length > MOST_SHARES) return refuse({ code: 'share_count' });
  const index = shares.findIndex(({ amountOre }) => compareOre(amountOre, LEAST_SHARE_ORE) < 0);
  if (index >= 0) return refuse({ code: 'share_too_small', index });
  const differenceOre = subtractOre(facts.totalOre, sumOre(shares.map(({ amountOre }) => amountOre)));
  return differenceOre === 0 ? times : refuse({ code: 'sum_differs', differenceOre });
}
