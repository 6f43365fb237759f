import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { type BookingState, canTransition, type OccurrenceState } from './booking';

export interface NoShowFacts {
  readonly actor: Actor;
  readonly state: BookingState;
  readonly startsAt: Date;
}

export type NoShowRefusal =
  | { code: 'not_allowed' }
  | { code: 'not_confirmed' }
  /** Nobody can have stayed away before the start. */
  | { code: 'too_early'; startsAt: Date };

/** Whether staff may note that nobody came. Nothing is given back. */
export function decideNoShow({ actor, state, startsAt }: NoShowFacts, now: Date): Result<'no_show', NoShowRefusal> {
  if (!can(actor, 'booking.mark_no_show')) return refuse({ code: 'not_allowed' });
  if (!canTransition(state, 'no_show')) return refuse({ code: 'not_confirmed' });
  if (now.getTime() < startsAt.getTime()) return refuse({ code: 'too_early', startsAt });
  return ok('no_show');
}

/** The occurrence that nobody came to: of those agreed, the last that has begun; before any has, the first. In order of time. */
export function missedOccurrence<Occurrence extends { readonly startsAt: Date; readonly state: OccurrenceState }>(
  occurrences: readonly Occurrence[],
  now: Date,
): Occurrence | null {
  const agreed = occurrences.filter(({ state }) => state === 'confirmed' || state === 'completed');
  return agreed.findLast(({ startsAt }) => startsAt <= now) ?? agreed[0] ?? occurrences[0] ?? null;
}
