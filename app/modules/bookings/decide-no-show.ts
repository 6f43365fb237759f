import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { type BookingState, canTransition } from './booking';

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
