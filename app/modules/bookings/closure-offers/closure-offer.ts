/** What the house offers whoever has booked time that it closes: another time, or the money. */
import { addMinutes, durationMinutes, earlier, type Interval } from '~/lib/interval';
import type { BilingualText, Locale } from '~/lib/locale';
import { isSamePlace, type Place } from '../changes/change';
import type { OccurrenceState } from '../booking';

/**
 * open: waits for an answer · unanswered: nobody answered in time; somebody should call · moved · refunded: called off, everything back ·
 * kept: it stays where it was · withdrawn: the house does not close after all.
 */
export type ClosureOfferState = 'open' | 'unanswered' | 'moved' | 'refunded' | 'kept' | 'withdrawn';

/** Those that can still be answered. */
export const WAITING_OFFERS = ['open', 'unanswered'] as const satisfies readonly ClosureOfferState[];

export function isWaiting(state: ClosureOfferState): state is (typeof WAITING_OFFERS)[number] {
  return state === 'open' || state === 'unanswered';
}

/** What those who are hit by a plan may do. */
export interface ClosureTerms {
  /** Days to answer, cut short by the start. */
  readonly answerDays: number;
  /** Whether they may use the room all the same. */
  readonly mayKeep: boolean;
}

/** The times to answer that can be chosen, days. */
export const ANSWER_DAYS = [1, 2, 3, 7, 14] as const;
export const USUAL_TERMS: ClosureTerms = { answerDays: 3, mayKeep: false };

/** Whoever is on their way is told half a day before, or at half time when the house closes at shorter notice. */
const NOTICE_MINUTES = 12 * 60;
const MINUTES_A_DAY = 24 * 60;

/**
 * Until when an offer made now is to be answered, and when the house settles it itself if it is not. Both lie before the start;
 * null when that has come, or is so near that nobody could answer.
 */
export function offerTimes(
  startsAt: Date,
  { answerDays }: Pick<ClosureTerms, 'answerDays'>,
  now: Date,
): { readonly answerBy: Date; readonly settleAt: Date } | null {
  const left = durationMinutes({ start: now, end: startsAt });
  const notice = Math.min(NOTICE_MINUTES, Math.floor(left / 2));
  if (notice < 1) return null;
  const settleAt = addMinutes(startsAt, -notice);
  return { answerBy: earlier(addMinutes(now, answerDays * MINUTES_A_DAY), settleAt), settleAt };
}

export interface OfferedOccurrence {
  readonly state: OccurrenceState;
  readonly now: Place;
  /** Where it was when the offer was made. */
  readonly offered: Place;
  /** Whether a standing closure lies over what it claims now. */
  readonly isHit: boolean;
}

/** What has become of an offer through what happened to its occurrence, whoever did it and by whichever page; null while it waits. */
export function outcomeOf({ state, now, offered, isHit }: OfferedOccurrence): 'moved' | 'refunded' | 'kept' | null {
  if (state === 'cancelled') return 'refunded';
  if (state === 'completed' || state === 'no_show') return 'kept';
  return !isHit && !isSamePlace(now, offered) ? 'moved' : null;
}

/** Why a time was called off, as whoever had booked it is told. */
export function closedText(reason: BilingualText, locale: Locale): string {
  return locale === 'nb' ? `Huset er stengt: ${reason.nb}` : `The house is closed: ${reason.en}`;
}

/** An occurrence that a plan hits and that nobody has been asked about. */
export interface UnofferedHit extends Interval {
  readonly planId: string;
  readonly answerDays: number;
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly roomId: string;
}

export interface LetterToWrite {
  readonly planId: string;
  readonly bookingId: string;
  readonly offers: readonly (UnofferedHit & { readonly answerBy: Date; readonly settleAt: Date })[];
}

/** One letter for each booking of a plan, with all of its dates that can still be answered for. */
export function lettersFor(hits: readonly UnofferedHit[], now: Date): LetterToWrite[] {
  const letters = new Map<string, { planId: string; bookingId: string; offers: LetterToWrite['offers'][number][] }>();
  for (const hit of hits) {
    const times = offerTimes(hit.start, hit, now);
    if (times === null) continue;
    const key = `${hit.planId} ${hit.bookingId}`;
    const letter = letters.get(key) ?? { planId: hit.planId, bookingId: hit.bookingId, offers: [] };
    letter.offers.push({ ...hit, ...times });
    letters.set(key, letter);
  }
  return [...letters.values()];
}
