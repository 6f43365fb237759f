import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { can } from '../../identity/permissions';
import type { OccurrenceState } from '../booking';
import { accessWindow } from '../booking-access';
import { isVisited, mayVisit, visitPhase, type Visitor } from './visit';

export interface CheckInFacts {
  readonly occurrenceId: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly slot: Interval;
  readonly state: OccurrenceState;
}

export type CheckInWay = 'signed_in' | 'door_code' | 'staff';

export type CheckInRefusal =
  | { code: 'not_found' }
  /** Nobody comes: unpaid, cancelled, given up. */
  | { code: 'not_confirmed' }
  | { code: 'too_early'; opensAt: Date }
  | { code: 'too_late' };

/** Whether somebody may say now that they have come: from 15 minutes before the start until the end. */
export function decideCheckIn(facts: CheckInFacts, visitor: Visitor, now: Date): Result<{ way: CheckInWay }, CheckInRefusal> {
  if (!mayVisit(visitor, facts)) return refuse({ code: 'not_found' });
  if (!isVisited(facts.state)) return refuse({ code: 'not_confirmed' });
  const phase = visitPhase(facts.slot, now);
  if (phase === 'before') return refuse({ code: 'too_early', opensAt: accessWindow(facts.slot).opensAt });
  if (phase !== 'here') return refuse({ code: 'too_late' });
  return ok({ way: wayOf(facts, visitor) });
}

/** By the right they have: their own booking first, then the house's, then the code. */
function wayOf({ personId, organisationId }: CheckInFacts, { actor }: Visitor): CheckInWay {
  if (can({ ...actor, staffRoles: [] }, 'visit.use', { personId, organisationId })) return 'signed_in';
  return can(actor, 'visit.use') ? 'staff' : 'door_code';
}
