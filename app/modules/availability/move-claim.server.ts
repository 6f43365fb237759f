/** Moves what an occurrence claims: at once, or by keeping what is added until it is settled. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type Interval, subtract } from '~/lib/interval';
import { deactivate, deactivateHolds, findLeaves, findOwn, insertFree, lockRooms, prolongHolds } from './claim.repository.server';

export interface ClaimTarget {
  readonly occurrenceId: string;
  readonly roomId: string;
  /** Set-up and clean-up included. */
  readonly period: Interval;
}

/** Whoever moves claims locks the rooms first, those moved from and those moved to, so that two who swap rooms wait for each other. */
export async function lockForMove(tx: Tx, roomIds: readonly string[]): Promise<void> {
  await lockRooms(tx, roomIds);
}

/**
 * Gives up all that the occurrence claims and takes the target instead; false when something of it is somebody else's. After a false
 * the caller must leave the transaction without committing.
 */
export async function moveClaim(tx: Tx, { occurrenceId, roomId, period }: ClaimTarget): Promise<boolean> {
  const leaves = await findLeaves(tx, [roomId]);
  await deactivate(tx, { occurrenceIds: [occurrenceId] });
  const claims = leaves.map(({ leafId }) => ({ id: newId(), roomId: leafId, period, holdExpiresAt: null, owner: { occurrenceId } }));
  return (await insertFree(tx, claims)).length === claims.length;
}

/** Keeps what the target has beyond what the occurrence claims already, until a deadline. False as with `moveClaim`. */
export async function holdAddition(tx: Tx, { occurrenceId, roomId, period }: ClaimTarget, holdExpiresAt: Date): Promise<boolean> {
  const leaves = await findLeaves(tx, [roomId]);
  const own = await findOwn(tx, occurrenceId);
  const claims = leaves.flatMap(({ leafId }) =>
    subtract(
      [period],
      own.filter((claim) => claim.roomId === leafId).map((claim) => claim.period),
    ).map((added) => ({ id: newId(), roomId: leafId, period: added, holdExpiresAt, owner: { occurrenceId } })),
  );
  return claims.length === 0 || (await insertFree(tx, claims)).length === claims.length;
}

/** Whether all of the target is claimed by the occurrence, settled or held. */
export async function hasClaimed(tx: Tx, { occurrenceId, roomId, period }: ClaimTarget): Promise<boolean> {
  const leaves = await findLeaves(tx, [roomId]);
  const own = await findOwn(tx, occurrenceId);
  return leaves.every(({ leafId }) => {
    const ofLeaf = own.filter((claim) => claim.roomId === leafId).map((claim) => claim.period);
    return subtract([period], ofLeaf).length === 0;
  });
}

/** Gives up what was kept; what is settled stays. */
export async function dropAddition(tx: Tx, occurrenceId: string): Promise<void> {
  await deactivateHolds(tx, occurrenceId);
}

/** Keeps it longer. False when nothing is kept any more. */
export async function prolongAddition(tx: Tx, occurrenceId: string, until: Date): Promise<boolean> {
  return prolongHolds(tx, occurrenceId, until);
}
