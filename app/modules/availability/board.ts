/** A room's time as a row of the calendar: every minute of the window is exactly one thing. */
import { clip, type Interval, merge, overlaps, subtract } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { datesIn, dayBounds } from '~/lib/local-time';
import { blockedBy, type ClaimFact, isActive, isHold } from './claim';
import { earliestStart, freeIntervals, horizonEnd } from './free-intervals';
import { refusedByNeighbours } from './nearby-uses';
import type { ClosedReason, SlotFacts } from './slot-facts';
import { ceilToStep } from './slot-step';

/** Why open, unclaimed time cannot be booked. */
export type GapCause = 'not_bookable' | 'not_for_group' | 'past' | 'notice' | 'horizon' | 'buffer' | 'neighbour' | 'too_short';

/** A stretch of a room's time. Busy time never says whose it is. */
export type BoardInterval = Interval &
  (
    | { readonly kind: 'free' }
    | { readonly kind: 'busy'; readonly held: boolean }
    | { readonly kind: 'mine'; readonly held: boolean; readonly occurrenceId: string | null; readonly bookingId: string | null }
    | { readonly kind: 'closed'; readonly reason: BilingualText | null }
    | { readonly kind: 'gap'; readonly cause: GapCause }
  );

export interface BoardQuestion extends SlotFacts {
  readonly window: Interval;
  readonly now: Date;
  /** The bookings of whoever looks; a claim's own `mine` says the same. */
  readonly viewerOccurrenceIds?: ReadonlySet<string>;
}

/** Splits the window into intervals in order, without overlap or hole. The free ones are `freeIntervals`. */
export function boardRow(question: BoardQuestion): BoardInterval[] {
  const { room, openings, claims, window, now } = question;
  const active = claims.filter((claim) => isActive(claim, now));
  const free = freeIntervals(question);
  const claimed = paintClaims(question, active);
  const rest = subtract(subtract([window], free), claimed);
  const closed = subtract(rest, openings).flatMap((interval) => splitByReason(interval, question.closedReasons ?? []));
  const nearby = refusedByNeighbours(question.sound, now).flatMap(({ start, end }) => [start, end]);
  const gaps = splitAt(clip(subtract(rest, closed), window), [ceilToStep(now), earliestStart(room, now), horizonEnd(room, now), ...nearby]);
  return joinAlike([
    ...free.map((interval): BoardInterval => ({ ...interval, kind: 'free' })),
    ...claimed,
    ...closed,
    ...gaps.map((interval): BoardInterval => ({ ...interval, kind: 'gap', cause: gapCause(question, active, interval) })),
  ]);
}

/** Own bookings first, then other people's, then closures: what comes later fills only what is left. */
function paintClaims(question: BoardQuestion, active: readonly ClaimFact[]): BoardInterval[] {
  const layers = [
    active.filter((claim) => isMine(question, claim)),
    active.filter((claim) => claim.kind !== 'closure' && !isMine(question, claim)),
    active.filter((claim) => claim.kind === 'closure'),
  ];
  const painted: BoardInterval[] = [];
  for (const claim of layers.flat()) {
    const visible = subtract(clip([claim], question.window), painted);
    painted.push(...visible.map((interval) => paintClaim(question, claim, interval)));
  }
  return painted;
}

function paintClaim(question: BoardQuestion, claim: ClaimFact, { start, end }: Interval): BoardInterval {
  if (isMine(question, claim)) {
    const { occurrenceId = null, ownBookingId: bookingId = null } = claim;
    return { start, end, kind: 'mine', held: isHold(claim), occurrenceId, bookingId };
  }
  if (claim.kind !== 'closure') return { start, end, kind: 'busy', held: isHold(claim) };
  const reason = claim.reasonNb && claim.reasonEn ? { nb: claim.reasonNb, en: claim.reasonEn } : null;
  return { start, end, kind: 'closed', reason };
}

function isMine({ viewerOccurrenceIds }: BoardQuestion, claim: ClaimFact): boolean {
  if (claim.kind !== 'booking') return false;
  return claim.mine === true || (claim.occurrenceId ? (viewerOccurrenceIds?.has(claim.occurrenceId) ?? false) : false);
}

function splitByReason(interval: Interval, reasons: readonly ClosedReason[]): BoardInterval[] {
  return datesIn(interval).flatMap((date) => {
    const found = reasons.find((candidate) => candidate.date === date);
    const reason = found ? { nb: found.reasonNb, en: found.reasonEn } : null;
    return clip([interval], dayBounds(date)).map((part): BoardInterval => ({ ...part, kind: 'closed', reason }));
  });
}

function gapCause({ room, rules, sound, now }: BoardQuestion, active: readonly ClaimFact[], gap: Interval): GapCause {
  if (!room.bookable) return 'not_bookable';
  if (rules?.mayBook === false) return 'not_for_group';
  if (gap.start.getTime() < ceilToStep(now).getTime()) return 'past';
  if (gap.start.getTime() < earliestStart(room, now).getTime()) return 'notice';
  if (gap.start.getTime() >= horizonEnd(room, now).getTime()) return 'horizon';
  if (refusedByNeighbours(sound, now).some((use) => overlaps(use, gap))) return 'neighbour';
  return active.some((claim) => overlaps(blockedBy(claim, room), gap)) ? 'buffer' : 'too_short';
}

function splitAt(intervals: readonly Interval[], instants: readonly Date[]): Interval[] {
  return instants.reduce<Interval[]>(
    (parts, instant) =>
      parts.flatMap((part) =>
        part.start.getTime() < instant.getTime() && instant.getTime() < part.end.getTime()
          ? [
              { start: part.start, end: instant },
              { start: instant, end: part.end },
            ]
          : [part],
      ),
    merge(intervals),
  );
}

/** In order, with neighbours that say the same joined; two bookings side by side stay two. */
function joinAlike(row: readonly BoardInterval[]): BoardInterval[] {
  const joined: BoardInterval[] = [];
  for (const next of row.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = joined.at(-1);
    if (last && saysTheSame(last, next)) joined[joined.length - 1] = { ...last, end: next.end };
    else joined.push(next);
  }
  return joined;
}

function saysTheSame(a: BoardInterval, b: BoardInterval): boolean {
  if (a.end.getTime() !== b.start.getTime()) return false;
  if (a.kind === 'gap') return b.kind === 'gap' && a.cause === b.cause;
  return a.kind === 'closed' && b.kind === 'closed' && a.reason?.nb === b.reason?.nb && a.reason?.en === b.reason?.en;
}
