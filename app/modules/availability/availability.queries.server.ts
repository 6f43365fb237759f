import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { TIME_ZONE } from '~/lib/local-time';
import type { ApiAvailability, ApiInterval } from './availability.api.schema';
import { type BoardInterval, boardRow } from './board';
import { loadSlotFacts } from './slot-facts.queries.server';
import { STEP_MINUTES } from './slot-step';

/** When a room is free and why it is not otherwise, by the rules for everyone; null when there is no such bookable room. */
export async function loadAvailability({
  slug,
  window,
  now,
}: {
  slug: string;
  window: Interval;
  now: Date;
}): Promise<ApiAvailability | null> {
  const [found] = await loadSlotFacts(db, { slug, window, groups: [], now });
  if (!found?.room.bookable) return null;
  const { room, facts } = found;
  return {
    room: room.slug,
    from: window.start.toISOString(),
    to: window.end.toISOString(),
    timeZone: TIME_ZONE,
    stepMinutes: STEP_MINUTES,
    minMinutes: room.minMinutes,
    maxMinutes: room.maxMinutes,
    intervals: boardRow({ ...facts, window, now }).map((interval) => toApiInterval(interval)),
  };
}

function toApiInterval(interval: BoardInterval): ApiInterval {
  const span = { start: interval.start.toISOString(), end: interval.end.toISOString() };
  switch (interval.kind) {
    case 'free':
      return { ...span, state: 'free', reason: null, text: null };
    case 'mine':
    case 'busy':
      return { ...span, state: 'busy', reason: interval.held ? 'held' : 'booked', text: null };
    case 'closed':
      return { ...span, state: 'closed', reason: interval.reason ? 'closure' : 'opening_hours', text: interval.reason };
    case 'gap':
      return { ...span, state: 'unavailable', reason: interval.cause, text: null };
  }
}
