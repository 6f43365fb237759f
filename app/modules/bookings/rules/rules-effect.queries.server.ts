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

/**
 * What was agreed and not called off, and what was wished for, in one statement; groups are those that the payer was in when booking.
 */
async function loadHistory(rooms: ReadonlyMap<string, RoomFacts>, from: LocalDate, now: Date): Promise<PastUse[]> {
  const { start } = dayBounds(from);
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id::text, u.booking_id::text AS "bookingId", u.reference, u.room_id::text AS "roomId", u.starts_at AS start, u.ends_at AS "end",
      u.income_ore AS "incomeOre", u.booked_at AS "bookedAt", coalesce(org.id, p.id)::text AS "payerId",
      coalesce(org.name, nullif(p.name, ''), p.email) AS "payerName",
      ARRAY(SELECT DISTINCT g."group"::text FROM customer_group_member g
        WHERE g.valid_from <= u.booked_at AND (g.valid_to IS NULL OR g.valid_to > u.booked_at)
          AND CASE WHEN org.id IS NULL THEN g.person_id = p.id ELSE g.organisation_id = org.id END) AS groups
    FROM (
      SELECT o.id, b.id AS booking_id, b.reference, o.room_id, o.starts_at, o.ends_at, b.person_id, b.organisation_id, b.created_at AS booked_at,
        (SELECT coalesce(sum(l.gross_ore), 0)::int FROM quote_line l WHERE l.occurrence_id = o.id AND l.replaced_by_id IS NULL) AS income_ore
      FROM occurrence o JOIN booking b ON b.id = o.booking_id
      WHERE o.state IN ('confirmed', 'completed', 'no_show')
      UNION ALL
      SELECT w.id, NULL, '', w.room_id, w.starts_at, w.ends_at, w.person_id, w.organisation_id, w.created_at, w.total_ore FROM wish w
    ) u
    JOIN person p ON p.id = u.person_id
    LEFT JOIN organisation org ON org.id = u.organisation_id
    WHERE u.starts_at >= ${dayBounds(addDays(from, -DAYS_BEFORE)).start}::timestamptz AND u.starts_at < ${now}::timestamptz`;
  return rows.flatMap(({ roomId, ...row }) => {
    const room = rooms.get(roomId);
    return room ? [{ ...row, room, counted: row.start >= start }] : [];
  });
}
