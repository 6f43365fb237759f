/** What the screen beside a door shows: whether the room is free, until when, and what comes next. Never who. Pure, for the browser too. */
import { addMinutes, earlier, type Interval, later } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';

/** A stretch in which the room is taken: by a booking, or a lease, which shows as one. `taken` has set-up and clean-up in it, `use` has not. */
export type DoorUse =
  | { readonly kind: 'booking'; readonly taken: Interval; readonly use: Interval }
  | { readonly kind: 'closure'; readonly taken: Interval; readonly reason: BilingualText };

/** What is known of the coming hours. It answers for any moment of them, so that a screen without network still tells the time right. */
export interface DoorTimeline {
  /** In order of time. */
  readonly uses: readonly DoorUse[];
  readonly openings: readonly Interval[];
}

export type DoorNow =
  | { readonly kind: 'free'; readonly until: Date }
  | { readonly kind: 'in_use'; readonly until: Date }
  /** Set-up before a booking, or clean-up after one. */
  | { readonly kind: 'between'; readonly until: Date }
  | { readonly kind: 'closed'; readonly until: Date; readonly reason: BilingualText }
  /** Outside opening hours; `opensAt` is null when that is further away than the timeline reaches. */
  | { readonly kind: 'shut'; readonly opensAt: Date | null };

export interface DoorState {
  readonly now: DoorNow;
  /** The next booking that has not begun. */
  readonly next: Interval | null;
}

export function doorState({ uses, openings }: DoorTimeline, now: Date): DoorState {
  const next = uses.flatMap((use) => (use.kind === 'booking' && use.use.start > now ? [use.use] : []))[0] ?? null;
  return { now: currentState(uses, openings, now), next };
}

function currentState(uses: readonly DoorUse[], openings: readonly Interval[], now: Date): DoorNow {
  const running = uses.filter(({ taken }) => isIn(taken, now));
  const closure = running.find((use) => use.kind === 'closure');
  if (closure) return { kind: 'closed', until: closure.taken.end, reason: closure.reason };
  const bookings = running.filter((use) => use.kind === 'booking');
  const [first] = bookings;
  const used = bookings.find(({ use }) => isIn(use, now));
  if (used) return { kind: 'in_use', until: used.use.end };
  if (first) return { kind: 'between', until: first.use.start > now ? first.use.start : first.taken.end };
  const open = openings.find((opening) => isIn(opening, now));
  if (!open) return { kind: 'shut', opensAt: openings.find(({ start }) => start > now)?.start ?? null };
  const following = uses.find(({ taken }) => taken.start > now);
  return { kind: 'free', until: following ? earlier(following.taken.start, open.end) : open.end };
}

function isIn({ start, end }: Interval, moment: Date): boolean {
  return start <= moment && moment < end;
}

/** How old what the screen shows may be before it says so. */
const FRESH_MINUTES = 3;

export function isStale(loadedAt: Date, now: Date): boolean {
  return now > addMinutes(loadedAt, FRESH_MINUTES);
}

/** The screen's own clock may be wrong: the server's time when it answered, and what has passed since. Never goes back behind it. */
export function screenTime(loadedAt: Date, elapsedMs: number): Date {
  return later(loadedAt, new Date(loadedAt.getTime() + elapsedMs));
}
