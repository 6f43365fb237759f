/** Closure plans and their closures, as rows. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { toDateColumn } from '~/lib/local-time';
import type { ClosureTimes } from './closure-dates';
import type { ClosureScope } from './closure.schema';

export interface NewPlan {
  readonly id: string;
  readonly scope: ClosureScope;
  readonly times: ClosureTimes;
  readonly requestKey: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

export async function insertPlan(tx: Tx, { scope, times, ...plan }: NewPlan): Promise<void> {
  const { fromDate, fromMinute, endMinute, repeat } = times;
  await tx.closurePlan.createMany({
    data: {
      ...plan,
      scope: scope.kind,
      roomId: scope.kind === 'room' ? scope.roomId : null,
      buildingId: scope.kind === 'building' ? scope.buildingId : null,
      fromDate: toDateColumn(fromDate),
      fromMinute,
      endMinute,
      everyWeeks: repeat.kind === 'weeks' ? repeat.every : null,
      monthWeek: repeat.kind === 'month' ? repeat.week : null,
      untilDate: repeat.kind === 'once' ? null : toDateColumn(repeat.until),
    },
  });
}

export interface NewClosure extends Interval {
  readonly id: string;
  readonly roomId: string;
}

export async function insertClosures(
  tx: Tx,
  { planId, reason, createdAt }: { planId: string; reason: BilingualText; createdAt: Date },
  closures: readonly NewClosure[],
): Promise<void> {
  await tx.closure.createMany({
    data: closures.map(({ id, roomId, start, end }) => ({
      ...{ id, planId, roomId, startsAt: start, endsAt: end, reasonNb: reason.nb, reasonEn: reason.en, createdAt },
    })),
  });
}

export async function findPlanByRequestKey(client: Tx, requestKey: string): Promise<{ id: string } | null> {
  return client.closurePlan.findUnique({ where: { requestKey }, select: { id: true } });
}

/** Rooms that a scope takes, undivided: closing a whole closes its parts. */
export async function findRoomsOf(client: Tx, scope: ClosureScope): Promise<{ id: string; name: string }[]> {
  const where =
    scope.kind === 'room'
      ? { id: scope.roomId }
      : { parentId: null, ...(scope.kind === 'building' ? { buildingId: scope.buildingId } : {}) };
  return client.room.findMany({
    where,
    orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, name: true },
  });
}

/** Keeps rooms, and their parts, from being given back until the transaction ends. */
export async function lockAgainstGivingBack(tx: Tx, roomIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM room WHERE id = ANY (${[...roomIds]}::uuid[]) OR parent_id = ANY (${[...roomIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Time of standing closures that nothing claims. */
export interface ClosureGap extends Interval {
  readonly closureId: string;
  /** The room without parts that can be claimed. */
  readonly leafId: string;
}

/** What is left to claim of these closures: their time without whatever else claims the rooms. */
export async function findGaps(tx: Tx, closureIds: readonly string[]): Promise<ClosureGap[]> {
  return tx.$queryRaw<ClosureGap[]>`
    SELECT c.id::text AS "closureId", leaf.id::text AS "leafId", lower(gap.piece) AS start, upper(gap.piece) AS "end"
    FROM closure c
    JOIN room leaf ON (leaf.id = c.room_id OR leaf.parent_id = c.room_id)
      AND NOT EXISTS (SELECT 1 FROM room part WHERE part.parent_id = leaf.id)
    CROSS JOIN LATERAL (
      SELECT unnest(tstzmultirange(tstzrange(c.starts_at, c.ends_at, '[)')) - coalesce((
        SELECT range_agg(tstzrange(k.starts_at, k.ends_at, '[)')) FROM claim k
        WHERE k.active AND k.room_id = leaf.id
          AND tstzrange(k.starts_at, k.ends_at, '[)') && tstzrange(c.starts_at, c.ends_at, '[)')), '{}'::tstzmultirange)) AS piece) gap
    WHERE c.id = ANY (${[...closureIds]}::uuid[]) AND c.lifted_at IS NULL`;
}

function ownedBy(owner: Parameters<typeof findClosuresOver>[1]): Prisma.Sql {
  if ('occurrenceIds' in owner) return Prisma.sql`k.occurrence_id = ANY (${[...owner.occurrenceIds]}::uuid[])`;
  if ('leaseSlotIds' in owner) return Prisma.sql`k.lease_slot_id = ANY (${[...owner.leaseSlotIds]}::uuid[])`;
  return Prisma.sql`k.closure_id = ANY (${[...owner.closureIds]}::uuid[])`;
}

/** Standing closures over time that these claims' owners had. Waits for whoever is just closing those rooms. */
export async function findClosuresOver(
  tx: Tx,
  owner: { occurrenceIds: readonly string[] } | { closureIds: readonly string[] } | { leaseSlotIds: readonly string[] },
): Promise<string[]> {
  const owned = ownedBy(owner);
  await tx.$queryRaw`SELECT 1 FROM room WHERE id IN (SELECT k.room_id FROM claim k WHERE ${owned}) ORDER BY id FOR SHARE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.id::text
    FROM claim k
    JOIN room leaf ON leaf.id = k.room_id
    JOIN closure c ON c.room_id IN (leaf.id, leaf.parent_id) AND c.lifted_at IS NULL
      AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(k.starts_at, k.ends_at, '[)')
    WHERE ${owned}`;
  return rows.map(({ id }) => id);
}

/** The plan's closures (of one room, or all) from a start on, or only those of that start, that still stand and are not over. Locks them. */
export async function lockStanding(
  tx: Tx,
  planId: string,
  { from, only, roomId, now }: { from: Date | null; only: boolean; roomId: string | null; now: Date },
): Promise<{ id: string; roomId: string }[]> {
  const when =
    from === null
      ? Prisma.empty
      : only
        ? Prisma.sql`AND starts_at = ${from}::timestamptz`
        : Prisma.sql`AND starts_at >= ${from}::timestamptz`;
  const where = roomId === null ? Prisma.empty : Prisma.sql`AND room_id = ${roomId}::uuid`;
  return tx.$queryRaw<{ id: string; roomId: string }[]>`
    SELECT id::text, room_id::text AS "roomId" FROM closure
    WHERE plan_id = ${planId}::uuid AND lifted_at IS NULL AND ends_at > ${now}::timestamptz ${when} ${where}
    ORDER BY id FOR UPDATE`;
}

export async function markLifted(tx: Tx, closureIds: readonly string[], liftedAt: Date): Promise<void> {
  await tx.closure.updateMany({ where: { id: { in: [...closureIds] } }, data: { liftedAt } });
}

/** Answers how many closures now say so. Those that are over keep the reason they had. */
export async function setReason(tx: Tx, planId: string, reason: BilingualText, now: Date): Promise<number> {
  const { count } = await tx.closure.updateMany({
    where: { planId, liftedAt: null, endsAt: { gt: now } },
    data: { reasonNb: reason.nb, reasonEn: reason.en },
  });
  return count;
}
