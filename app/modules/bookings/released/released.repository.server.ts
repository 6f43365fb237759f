/** Released times as rows, and who took them. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { ReleasedTimeState, Taker } from './released-time';

const FIELDS = {
  id: true,
  bookingId: true,
  occurrenceId: true,
  roomId: true,
  startsAt: true,
  endsAt: true,
  state: true,
  creditOre: true,
} as const;

export interface ReleasedRow {
  readonly id: string;
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly roomId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: ReleasedTimeState;
  readonly creditOre: number | null;
}

export type NewReleased = Omit<ReleasedRow, 'state' | 'creditOre'> & { readonly releasedById: string; readonly createdAt: Date };

export async function insert(tx: Tx, row: NewReleased): Promise<void> {
  await tx.releasedTime.createMany({ data: [row] });
}

export async function findById(client: Tx, id: string): Promise<ReleasedRow | null> {
  return client.releasedTime.findUnique({ where: { id }, select: FIELDS });
}

/** What has been given back of a date and not been taken back; null when it has not. */
export async function findStanding(client: Tx, occurrenceId: string): Promise<ReleasedRow | null> {
  return client.releasedTime.findFirst({ where: { occurrenceId, state: { not: 'taken_back' } }, select: FIELDS });
}

/** Those whose time has passed, the oldest first. */
export async function findPassed(client: Tx, now: Date, limit: number): Promise<{ id: string; bookingId: string }[]> {
  return client.releasedTime.findMany({
    where: { state: 'offered', endsAt: { lte: now } },
    orderBy: { endsAt: 'asc' },
    take: limit,
    select: { id: true, bookingId: true },
  });
}

/** Moves it on from being offered; false when it is not any more. */
export async function transition(
  tx: Tx,
  id: string,
  data: { state: Exclude<ReleasedTimeState, 'offered'>; creditOre?: number; settledAt: Date },
): Promise<boolean> {
  const { count } = await tx.releasedTime.updateMany({ where: { id, state: 'offered' }, data });
  return count === 1;
}

/** Who has, or had, the room, the whole of it or a part of it, during the time since it was given back; one statement. */
export async function findTakers(client: Tx, releasedIds: readonly string[]): Promise<(Taker & { releasedId: string })[]> {
  return client.$queryRaw<(Interval & { releasedId: string; state: Taker['state']; hireOre: number })[]>`
    SELECT t.id::text AS "releasedId", o.state::text AS state,
      o.starts_at - make_interval(mins => o.rig_before_minutes) AS start, o.ends_at + make_interval(mins => o.rig_after_minutes) AS "end",
      (SELECT coalesce(sum(l.gross_ore), 0)::int FROM quote_line l
        WHERE l.occurrence_id = o.id AND l.replaced_by_id IS NULL AND l.kind IN ('room', 'support')) AS "hireOre"
    FROM released_time t
    JOIN room own ON own.id = t.room_id
    JOIN room used ON used.id = own.id OR used.id = own.parent_id OR used.parent_id = own.id
    JOIN occurrence o ON o.room_id = used.id AND o.id <> t.occurrence_id AND o.starts_at < t.ends_at AND o.ends_at > t.starts_at
    WHERE t.id = ANY (${[...releasedIds]}::uuid[])
      AND o.state IN ('held', 'requested', 'confirmed', 'completed', 'no_show')
    ORDER BY o.starts_at`;
}
