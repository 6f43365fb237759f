/** The use of rooms by leases: what is free of their times they have, and give back what lies after their end. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { Interval } from '~/lib/interval';
import { insertFree } from './claim.repository.server';
import { findClosuresOver } from './closure-plan.repository.server';
import { fillClosures } from './fill-closures.server';

/** A time of a lease in a room; a weekly time as it is, without set-up and clean-up: the next band comes at the stroke. */
export interface LeaseTime {
  readonly leaseSlotId: string;
  readonly roomId: string;
  readonly period: Interval;
}

/** A rival that claims a part of a gap meanwhile leaves the rest for the next look. */
const LOOKS = 10;

/** Claims whatever of the times nobody has; asked again, it claims what has come free meanwhile. Answers how many pieces it took. */
export async function fillLeaseTimes(tx: Tx, times: readonly LeaseTime[]): Promise<number> {
  let taken = 0;
  for (let look = 1; times.length > 0 && look <= LOOKS; look += 1) {
    const gaps = await findLeaseGaps(tx, times);
    if (gaps.length === 0) return taken;
    const claims = gaps.map(({ leaseSlotId, leafId, start, end }) => ({
      ...{ id: newId(), roomId: leafId, period: { start, end }, owner: { leaseSlotId }, holdExpiresAt: null },
    }));
    taken += (await insertFree(tx, claims)).length;
  }
  return taken;
}

type Gap = Interval & { readonly leaseSlotId: string; readonly leafId: string };

async function findLeaseGaps(tx: Tx, times: readonly LeaseTime[]): Promise<Gap[]> {
  return tx.$queryRaw<Gap[]>`
    SELECT wanted.lease_slot_id::text AS "leaseSlotId", leaf.id::text AS "leafId", lower(gap.piece) AS start, upper(gap.piece) AS "end"
    FROM unnest(${times.map(({ leaseSlotId }) => leaseSlotId)}::uuid[], ${times.map(({ roomId }) => roomId)}::uuid[],
      ${times.map(({ period }) => period.start)}::timestamptz[], ${times.map(({ period }) => period.end)}::timestamptz[])
      AS wanted (lease_slot_id, room_id, starts_at, ends_at)
    JOIN room leaf ON (leaf.id = wanted.room_id OR leaf.parent_id = wanted.room_id)
      AND NOT EXISTS (SELECT 1 FROM room part WHERE part.parent_id = leaf.id)
    CROSS JOIN LATERAL (
      SELECT unnest(tstzmultirange(tstzrange(wanted.starts_at, wanted.ends_at, '[)')) - coalesce((
        SELECT range_agg(tstzrange(k.starts_at, k.ends_at, '[)')) FROM claim k
        WHERE k.active AND k.room_id = leaf.id
          AND tstzrange(k.starts_at, k.ends_at, '[)') && tstzrange(wanted.starts_at, wanted.ends_at, '[)')), '{}'::tstzmultirange)) AS piece) gap`;
}

/**
 * Gives back what the places of a lease have from a moment on: a weekly time that began before it is kept to its end, a unit is not.
 * Closures that stand over the time take it.
 */
export async function endLeaseTimes(tx: Tx, leaseSlotIds: readonly string[], from: Date): Promise<void> {
  const ids = [...leaseSlotIds];
  await tx.claim.updateMany({ where: { leaseSlotId: { in: ids }, active: true, startsAt: { gte: from } }, data: { active: false } });
  await tx.claim.updateMany({
    where: { leaseSlotId: { in: ids }, active: true, endsAt: { gt: from }, leaseSlot: { weekday: null } },
    data: { endsAt: from },
  });
  await fillClosures(tx, await findClosuresOver(tx, { leaseSlotIds }));
}
