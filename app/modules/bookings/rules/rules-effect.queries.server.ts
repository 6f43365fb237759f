import { db } from '~/infrastructure/db.server';
import { addDays, dayBounds, type LocalDate, localDateOf } from '~/lib/local-time';
import { loadRulesInForce, loadRuleSet } from '../../availability/rule-set.queries.server';
import type { RoomFacts } from '../../rooms/room';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import { effectOf, type PastUse, type RulesEffect } from './rules-effect';

/** Thirteen whole weeks: every weekday counts alike. */
const DAYS_LOOKED_AT = 91;
/** Quotas of a month need what came before. */
const DAYS_BEFORE = 31;

export type DraftEffect = Omit<RulesEffect, 'affected'> & {
  readonly from: LocalDate;
  /** One page of the affected bookings, in order of time. */
  readonly affected: RulesEffect['affected'];
  readonly affectedCount: number;
};

/** What the draft would have done to the bookings of the last three months; null when it is gone. */
export async function loadDraftEffect(draftId: string, page: { number: number; size: number }, now: Date): Promise<DraftEffect | null> {
  const from = addDays(localDateOf(now), -DAYS_LOOKED_AT);
  const [before, after, facts] = await Promise.all([loadRulesInForce(db, now), loadRuleSet(db, draftId), loadRoomFacts(db)]);
  if (!after) return null;
  const rooms = new Map(facts.map(({ room }) => [room.id, room]));
  const { affected, ...sums } = effectOf(before, after, await loadHistory(rooms, from, now));
  const first = (page.number - 1) * page.size;
  return { ...sums, from, affected: affected.slice(first, first + page.size), affectedCount: affected.length };
}

type Row = Omit<PastUse, 'room' | 'counted'> & { readonly roomId: string };

/** What was agreed and not called off, in one statement; groups are those that the payer was in when booking. */
async function loadHistory(rooms: ReadonlyMap<string, RoomFacts>, from: LocalDate, now: Date): Promise<PastUse[]> {
  const { start } = dayBounds(from);
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text, b.id::text AS "bookingId", b.reference, o.room_id::text AS "roomId", o.starts_at AS start, o.ends_at AS "end",
      (SELECT coalesce(sum(l.gross_ore), 0)::int FROM quote_line l WHERE l.occurrence_id = o.id) AS "incomeOre",
      b.created_at AS "bookedAt", coalesce(org.id, p.id)::text AS "payerId",
      coalesce(org.name, nullif(p.name, ''), p.email) AS "payerName",
      ARRAY(SELECT DISTINCT g."group"::text FROM customer_group_member g
        WHERE g.valid_from <= b.created_at AND (g.valid_to IS NULL OR g.valid_to > b.created_at)
          AND CASE WHEN org.id IS NULL THEN g.person_id = p.id ELSE g.organisation_id = org.id END) AS groups
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE o.starts_at >= ${dayBounds(addDays(from, -DAYS_BEFORE)).start}::timestamptz AND o.starts_at < ${now}::timestamptz
      AND o.state IN ('confirmed', 'completed', 'no_show')
    ORDER BY b.created_at, o.starts_at`;
  return rows.flatMap(({ roomId, ...row }) => {
    const room = rooms.get(roomId);
    return room ? [{ ...row, room, counted: row.start >= start }] : [];
  });
}
