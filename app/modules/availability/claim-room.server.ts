/** The use of rooms as other modules see it: take, keep, give back. Whether a room is free is PostgreSQL's answer, given here. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { Interval } from '~/lib/interval';
import { deactivate, findLeaves, findOverdueHolds, insertFree, type RoomPeriod, setHoldDeadline } from './claim.repository.server';
import { findClosuresOver } from './closure-plan.repository.server';
import { fillClosures } from './fill-closures.server';

export interface RoomClaim {
  readonly roomIds: readonly string[];
  /** Set-up and clean-up included. */
  readonly period: Interval;
  readonly owner: { readonly occurrenceId: string } | { readonly closureId: string };
  /** Deadline of a hold; null for what is settled. */
  readonly holdExpiresAt: Date | null;
}

/**
 * Takes all the rooms or answers false; a divisible room is all its parts. After a false the caller must leave the transaction
 * without committing: some of the rooms may have been taken.
 */
export async function claimRoom(tx: Tx, claim: RoomClaim): Promise<boolean> {
  return claimRooms(tx, [claim]);
}

/** As `claimRoom`, for many uses at once; two statements, whatever the number. */
export async function claimRooms(tx: Tx, wanted: readonly RoomClaim[]): Promise<boolean> {
  if (wanted.length === 0) return true;
  const leaves = await findLeaves(tx, [...new Set(wanted.flatMap(({ roomIds }) => roomIds))]);
  const claims = wanted.flatMap(({ roomIds, period, owner, holdExpiresAt }) => {
    const claimed = new Set(leaves.filter(({ roomId }) => roomIds.includes(roomId)).map(({ leafId }) => leafId));
    return [...claimed].map((roomId) => ({ id: newId(), roomId, period, holdExpiresAt, owner }));
  });
  const inserted = await insertFree(tx, claims);
  return inserted.length === claims.length;
}

/** Bookings whose unpaid holds are past their deadline and lie in the way. Whoever needs the rooms releases them first. */
export async function findHoldsToRelease(tx: Tx, wanted: readonly RoomPeriod[], now: Date): Promise<string[]> {
  const holds = await findOverdueHolds(tx, wanted, now);
  return holds.map((hold) => hold.bookingId).toSorted();
}

/** A closure that stands over the time takes it in the same transaction: nobody else comes in between. */
export async function giveBackRooms(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
  await deactivate(tx, { occurrenceIds });
  await fillClosures(tx, await findClosuresOver(tx, { occurrenceIds }));
}

/** Turns holds into lasting claims. False when a claim is no longer there. */
export async function keepRooms(tx: Tx, occurrenceIds: readonly string[]): Promise<boolean> {
  return (await setHoldDeadline(tx, occurrenceIds, null)) >= occurrenceIds.length;
}

/** Prolongs holds. False when a claim is no longer there. */
export async function prolongHold(tx: Tx, occurrenceIds: readonly string[], until: Date): Promise<boolean> {
  return (await setHoldDeadline(tx, occurrenceIds, until)) >= occurrenceIds.length;
}
