/** A decided closure as other modules see it: the rooms it takes, and how it is written down. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import {
  findPlanByRequestKey,
  findRoomsOf,
  insertClosures,
  insertPlan,
  lockAgainstGivingBack,
  type NewPlan,
} from './closure-plan.repository.server';
import type { ClosureRequest, ClosureScope } from './closure.schema';
import type { ClosureDecision } from './decide-closure';
import { fillClosures } from './fill-closures.server';

/** Rooms that a scope takes, undivided, in the order of the board; none when there is no such room or building. */
export async function roomsToClose(client: Tx, scope: ClosureScope): Promise<{ id: string; name: string }[]> {
  return findRoomsOf(client, scope);
}

/** The plan that a form has already made. */
export async function findClosurePlan(client: Tx, requestKey: string): Promise<string | null> {
  return (await findPlanByRequestKey(client, requestKey))?.id ?? null;
}

export type ClosureRecord = Omit<NewPlan, 'times' | 'scope'> & Pick<ClosureRequest, 'scope' | 'times' | 'reason'>;

/** Writes the plan with its closures and claims what is free of their time. Until the end of the transaction nobody gives those rooms back. */
export async function recordClosure(tx: Tx, { reason, ...plan }: ClosureRecord, { closed }: ClosureDecision): Promise<void> {
  await lockAgainstGivingBack(tx, [...new Set(closed.map(({ roomId }) => roomId))]);
  await insertPlan(tx, plan);
  const closures = closed.map((time) => ({ ...time, id: newId() }));
  await insertClosures(tx, { planId: plan.id, reason, createdAt: plan.createdAt }, closures);
  await fillClosures(
    tx,
    closures.map(({ id }) => id),
  );
}
