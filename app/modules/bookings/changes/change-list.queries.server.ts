/** What has been changed of a booking, and what staff may do about it. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import type { ChangeKind, ChangeState } from './change';

interface NamedPlace extends Interval {
  readonly roomName: string;
}

export interface ListedChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly madeBy: string;
  readonly at: Date;
  readonly before: NamedPlace;
  readonly after: NamedPlace;
  readonly dueOre: number;
  readonly backOre: number;
  /** How many dates were changed together; the places are those of the first. */
  readonly count: number;
  /** Waits and can be given up, or was made today and can be taken back. */
  readonly mayUndo: boolean;
}

export interface ChangeDesk {
  readonly bookingId: string;
  readonly reference: string;
  /** The newest first. */
  readonly changes: readonly ListedChange[];
  /** Those that have ended: they may have been used longer. */
  readonly ended: readonly (NamedPlace & { readonly id: string })[];
}

type Row = Omit<ListedChange, 'before' | 'after' | 'mayUndo'> & {
  readonly beforeRoom: string;
  readonly beforeStart: Date;
  readonly beforeEnd: Date;
  readonly afterRoom: string;
  readonly afterStart: Date;
  readonly afterEnd: Date;
  readonly isLast: boolean;
};

const MOST_ENDED = 20;

/** Null when there is no such booking. */
export async function loadChangeDesk(bookingId: string, now: Date): Promise<ChangeDesk | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: { reference: true } });
  if (!booking) return null;
  const rows = await findChanges(bookingId);
  const ended = await db.occurrence.findMany({
    where: { bookingId, state: { in: ['confirmed', 'completed'] }, endsAt: { lte: now } },
    orderBy: { endsAt: 'desc' },
    take: MOST_ENDED,
    select: { id: true, startsAt: true, endsAt: true, room: { select: { name: true } } },
  });
  return {
    bookingId,
    reference: booking.reference,
    changes: rows.map(({ isLast, beforeRoom, beforeStart, beforeEnd, afterRoom, afterStart, afterEnd, ...row }) => ({
      ...row,
      before: { roomName: beforeRoom, start: beforeStart, end: beforeEnd },
      after: { roomName: afterRoom, start: afterStart, end: afterEnd },
      mayUndo:
        row.state === 'awaiting_payment' ||
        (row.state === 'applied' &&
          row.kind !== 'undo' &&
          row.kind !== 'retry' &&
          row.count === 1 &&
          isLast &&
          localDateOf(row.at) === localDateOf(now)),
    })),
    ended: ended.map(({ id, startsAt, endsAt, room }) => ({ id, start: startsAt, end: endsAt, roomName: room.name })),
  };
}

/** A change that was just made, and may be taken back. */
export type UndoableChange = Pick<ListedChange, 'id' | 'state' | 'before' | 'after' | 'dueOre' | 'backOre'>;

/** Null when it is none of that occurrence's, came to nothing, or cannot be taken back any more. */
export async function findUndoable(changeId: string, occurrenceId: string, now: Date): Promise<UndoableChange | null> {
  const change = await db.bookingChange.findFirst({ where: { id: changeId, occurrenceId }, select: { bookingId: true } });
  const listed = change && (await loadChangeDesk(change.bookingId, now))?.changes.find(({ id }) => id === changeId);
  if (!listed?.mayUndo || listed.state === 'released') return null;
  const { id, state, before, after, dueOre, backOre } = listed;
  return { id, state, before, after, dueOre, backOre };
}

function findChanges(bookingId: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT c.id::text, c.kind::text AS kind, c.state::text AS state, p.name AS "madeBy", coalesce(c.applied_at, c.created_at) AS at,
      g.due AS "dueOre", g.back AS "backOre", g.count,
      was.name AS "beforeRoom", (c.before->>'start')::timestamptz AS "beforeStart", (c.before->>'end')::timestamptz AS "beforeEnd",
      now_in.name AS "afterRoom", (c.after->>'start')::timestamptz AS "afterStart", (c.after->>'end')::timestamptz AS "afterEnd",
      NOT EXISTS (SELECT 1 FROM booking_change later WHERE later.occurrence_id = c.occurrence_id AND later.id > c.id
        AND later.state <> 'released') AS "isLast"
    FROM booking_change c
    JOIN (SELECT group_id, count(*)::int AS count, sum(due_ore)::int AS due, sum(back_ore)::int AS back
      FROM booking_change WHERE booking_id = ${bookingId}::uuid GROUP BY group_id) g ON g.group_id = c.id
    JOIN person p ON p.id = c.made_by_id
    JOIN room was ON was.id = (c.before->>'roomId')::uuid
    JOIN room now_in ON now_in.id = (c.after->>'roomId')::uuid
    WHERE c.booking_id = ${bookingId}::uuid
    ORDER BY c.id DESC`;
}
