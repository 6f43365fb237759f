/** What a closure would take and hit, before anything is saved. Decides as the closing will. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { ok, type Result } from '~/lib/result';
import type { ClosureRequest } from '../availability/closure.schema';
import { type ClosureRefusal, decideClosure } from '../availability/decide-closure';
import { roomsToClose } from '../availability/record-closure.server';
import type { Actor } from '../identity/permissions';
import type { ClosureHits } from './closure-hits';
import { findStandingHits } from './closure-hits.queries.server';

export interface ClosurePreview {
  readonly rooms: readonly string[];
  readonly dates: number;
  readonly first: Interval | null;
  readonly last: Interval | null;
  readonly hits: ClosureHits;
}

/** Names only for those who may see who is in the house. */
export async function previewClosure(
  actor: Actor,
  request: ClosureRequest,
  page: number,
  now: Date,
): Promise<Result<ClosurePreview, ClosureRefusal>> {
  const rooms = await roomsToClose(db, request.scope);
  const decision = decideClosure(request, rooms, now);
  if (!decision.ok) return decision;
  const { periods, closed } = decision.value;
  return ok({
    rooms: rooms.map(({ name }) => name),
    dates: periods.length,
    first: periods[0] ?? null,
    last: periods.at(-1) ?? null,
    hits: await findStandingHits(actor, closed, { page }, now),
  });
}
