/** Moves what occurrences claim: at once, or by keeping what is added until it is settled. The number of statements does not follow theirs. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type Interval, subtract } from '~/lib/interval';
import { claimRooms } from './claim-room.server';
import {
  deactivate,
  deactivateHolds,
  findLeaves,
  findOwn,
  insertFree,
  lockRooms,
  type OwnClaim,
  prolongHolds,
} from './claim.repository.server';
import { findClosuresOver } from './closure-plan.repository.server';
import { fillClosures } from './fill-closures.server';

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
 * Gives up all that the occurrences claim and takes the targets instead; false when something of them is somebody else's. After a
 * false the caller must leave the transaction without committing. What they leave goes to the closures that stand over it.
 */
export async function moveClaims(tx: Tx, targets: readonly ClaimTarget[]): Promise<boolean> {
  const occurrenceIds = idsOf(targets);
  await deactivate(tx, { occurrenceIds });
  const wanted = targets.map(({ occurrenceId, roomId, period }) => ({
    roomIds: [roomId],
    ...{ period, owner: { occurrenceId }, holdExpiresAt: null },
  }));
  if (!(await claimRooms(tx, wanted))) return false;
  await fillClosures(tx, await findClosuresOver(tx, { occurrenceIds }));
  return true;
}

/** Keeps what the targets have beyond what their occurrences claim already, until a deadline. False as with `moveClaims`. */
export async function holdAdditions(tx: Tx, targets: readonly ClaimTarget[], holdExpiresAt: Date): Promise<boolean> {
  const claims = (await missing(tx, targets)).map(({ occurrenceId, ...added }) => ({
    ...{ id: newId(), holdExpiresAt, owner: { occurrenceId } },
    ...added,
  }));
  return claims.length === 0 || (await insertFree(tx, claims)).length === claims.length;
}

/** Whether all of the targets is claimed by their occurrences, settled or held. */
export async function haveClaimed(tx: Tx, targets: readonly ClaimTarget[]): Promise<boolean> {
  return (await missing(tx, targets)).length === 0;
}

/** Gives up what was kept; what is settled stays. */
export async function dropAdditions(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
  await deactivateHolds(tx, occurrenceIds);
}

/** Keeps it longer. */
export async function prolongAdditions(tx: Tx, occurrenceIds: readonly string[], until: Date): Promise<void> {
  await prolongHolds(tx, occurrenceIds, until);
}

/** What of the targets, leaf by leaf, their occurrences do not have. */
async function missing(tx: Tx, targets: readonly ClaimTarget[]): Promise<ClaimTarget[]> {
  const leaves = await findLeaves(tx, [...new Set(targets.map(({ roomId }) => roomId))]);
  const own = new Map<string, OwnClaim[]>();
  for (const claim of await findOwn(tx, idsOf(targets))) own.set(claim.occurrenceId, [...(own.get(claim.occurrenceId) ?? []), claim]);
  return targets.flatMap(({ occurrenceId, roomId, period }) =>
    leaves
      .filter((leaf) => leaf.roomId === roomId)
      .flatMap(({ leafId }) => {
        const has = (own.get(occurrenceId) ?? []).filter((claim) => claim.roomId === leafId).map((claim) => claim.period);
        return subtract([period], has).map((added) => ({ occurrenceId, roomId: leafId, period: added }));
      }),
  );
}

function idsOf(targets: readonly ClaimTarget[]): string[] {
  return targets.map(({ occurrenceId }) => occurrenceId);
}
