/** Taking a room over and leaving it: a short list of what should be in order. Pure. */
import { ok, refuse, type Result } from '~/lib/result';
import type { CheckInFacts } from './decide-check-in';
import { isVisited, mayVisit, visitPhase, type Visitor } from './visit';

export type HandoverMoment = 'arrival' | 'departure';

export type HandoverRefusal = { code: 'not_found' } | { code: 'not_confirmed' } | { code: 'too_early' } | { code: 'too_late' };

/** From when the door opens. How it was found can be told while they are there, how it was left for some hours after. */
export function decideHandover(
  facts: CheckInFacts,
  { visitor, moment }: { visitor: Visitor; moment: HandoverMoment },
  now: Date,
): Result<null, HandoverRefusal> {
  if (!mayVisit(visitor, facts)) return refuse({ code: 'not_found' });
  if (!isVisited(facts.state)) return refuse({ code: 'not_confirmed' });
  const phase = visitPhase(facts.slot, now);
  if (phase === 'before') return refuse({ code: 'too_early' });
  if (phase === 'over' || (phase === 'after' && moment === 'arrival')) return refuse({ code: 'too_late' });
  return ok(null);
}
