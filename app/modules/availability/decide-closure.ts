import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { closurePeriods, MOST_CLOSURE_DATES, overlapsItself } from './closure-dates';
import type { ClosureRequest } from './closure.schema';

export interface ClosureDecision {
  /** What is closed: each room for each period. */
  readonly closed: readonly (Interval & { readonly roomId: string })[];
  readonly periods: readonly Interval[];
}

export type ClosureRefusal =
  | { code: 'unknown_room' }
  /** One time reaches into the next. */
  | { code: 'overlaps_itself' }
  /** No date before the plan ends, or all of them over. */
  | { code: 'past' }
  | { code: 'too_many_dates'; most: number };

/** What a plan closes. Times that are over are left out. */
export function decideClosure(
  { times }: Pick<ClosureRequest, 'times'>,
  rooms: readonly { readonly id: string }[],
  now: Date,
): Result<ClosureDecision, ClosureRefusal> {
  if (rooms.length === 0) return refuse({ code: 'unknown_room' });
  if (overlapsItself(times)) return refuse({ code: 'overlaps_itself' });
  const all = closurePeriods(times);
  if (all.length > MOST_CLOSURE_DATES) return refuse({ code: 'too_many_dates', most: MOST_CLOSURE_DATES });
  const periods = all.filter(({ end }) => end.getTime() > now.getTime());
  if (periods.length === 0) return refuse({ code: 'past' });
  return ok({ periods, closed: rooms.flatMap(({ id }) => periods.map((period) => ({ roomId: id, ...period }))) });
}
