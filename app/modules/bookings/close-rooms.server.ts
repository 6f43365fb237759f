/**
 * Takes rooms out of use. Bookings in the way are never cancelled silently: they are listed first and keep their time until whoever
 * made them has answered what the house offers instead; what is free is claimed at once, and the rest as they move away or are cancelled.
 */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { ClosureRequest } from '../availability/closure.schema';
import { type ClosureRefusal, decideClosure } from '../availability/decide-closure';
import { findClosurePlan, recordClosure, roomsToClose } from '../availability/record-closure.server';
import { type Actor, can } from '../identity/permissions';
import { findClosureHits } from './closure-hits.queries.server';
import type { ClosureTerms } from './closure-offers/closure-offer';
import { insertTerms } from './closure-offers/closure-offer.repository.server';
import { makeOffers } from './closure-offers/make-offers.server';

export interface CloseRoomsInput extends ClosureRequest {
  /** The form's key: the same key never closes twice. */
  readonly requestKey: string;
  /** Names the list of bookings that was shown. */
  readonly shownHits: string;
  /** What those who are hit may do. */
  readonly terms: ClosureTerms;
}

export type CloseRoomsRefusal =
  | { code: 'not_allowed' }
  | ClosureRefusal
  /** Somebody booked, paid or cancelled since the list was shown: it is shown again. */
  | { code: 'hits_changed' };

/** Leaves the transaction without a trace. */
class HitsChanged extends Error {}

export async function closeRooms(actor: Actor, input: CloseRoomsInput, now: Date): Promise<Result<{ planId: string }, CloseRoomsRefusal>> {
  if (!can(actor, 'closure.create') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const requestKey = `${actor.personId}:${input.requestKey}`;
  const personId = actor.personId;
  try {
    const closed = await translateViolation(
      () => inTransaction((tx) => closeInTransaction(tx, { ...input, requestKey, personId }, now)),
      ({ kind, constraint }) => (kind === 'unique' && constraint.includes('request_key') ? ('repeated' as const) : undefined),
    );
    if (closed !== 'repeated') return closed;
    return ok({ planId: (await findClosurePlan(db, requestKey)) ?? '' });
  } catch (error) {
    if (error instanceof HitsChanged) return refuse({ code: 'hits_changed' });
    throw error;
  }
}

async function closeInTransaction(
  tx: Tx,
  { personId, requestKey, shownHits, terms, ...request }: CloseRoomsInput & { personId: string },
  now: Date,
): Promise<Result<{ planId: string }, CloseRoomsRefusal>> {
  const made = await findClosurePlan(tx, requestKey);
  if (made !== null) return ok({ planId: made });
  const decision = decideClosure(request, await roomsToClose(tx, request.scope), now);
  if (!decision.ok) return decision;
  const planId = newId();
  await recordClosure(tx, { ...request, id: planId, requestKey, createdById: personId, createdAt: now }, decision.value);
  // Nobody comes or goes any more: the free time is claimed, and the rooms cannot be given back.
  const hits = await findClosureHits(tx, decision.value.closed, { withNames: false, page: 1, now });
  if (hits.fingerprint !== shownHits) throw new HitsChanged();
  const actor = { kind: 'person', personId } as const;
  await insertTerms(tx, planId, terms);
  const letters = await makeOffers(tx, planId, actor, now);
  await recordAudit(tx, {
    actor,
    action: 'closure.created',
    subjectType: 'closure_plan',
    subjectId: planId,
    after: {
      scope: { ...request.scope },
      times: toJson(request.times),
      reason: { ...request.reason },
      closures: decision.value.closed.length,
      hits: hits.total,
      letters,
      terms: { ...terms },
    },
  });
  return ok({ planId });
}

function toJson({ repeat, ...times }: ClosureRequest['times']) {
  return { ...times, repeat: { ...repeat } };
}
