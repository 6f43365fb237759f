import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { BookingRule, PeakHours, RuleSet } from './booking-rules';

type Row = PeakHours & { readonly id: string; readonly rules: BookingRule[] };

/** The published rules that hold at a moment; null when none were published by then. One statement. */
export function loadRulesInForce(client: Tx, now: Date): Promise<RuleSet | null> {
  return loadFirst(client, Prisma.sql`s.valid_from <= ${now}::timestamptz ORDER BY s.valid_from DESC`);
}

/** A set by its id, published or not. */
export function loadRuleSet(client: Tx, id: string): Promise<RuleSet | null> {
  return loadFirst(client, Prisma.sql`s.id = ${id}::uuid`);
}

async function loadFirst(client: Tx, which: Prisma.Sql): Promise<RuleSet | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT s.id::text, s.peak_weekdays AS weekdays, s.peak_from_minute AS "fromMinute", s.peak_to_minute AS "toMinute",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'roomId', r.room_id, 'roomKind', r.room_kind, 'group', r."group",
          'mayBook', r.may_book, 'minMinutes', r.min_minutes, 'maxMinutes', r.max_minutes, 'noticeMinutes', r.notice_minutes,
          'horizonDays', r.horizon_days, 'quotaMinutesWeek', r.quota_minutes_week, 'quotaBookingsWeek', r.quota_bookings_week,
          'quotaMinutesMonth', r.quota_minutes_month, 'quotaBookingsMonth', r.quota_bookings_month,
          'peakQuotaMinutesWeek', r.peak_quota_minutes_week, 'withoutQuota', r.without_quota)), '[]')
        FROM booking_rule r WHERE r.rule_set_id = s.id) AS rules
    FROM rule_set s
    WHERE ${which}
    LIMIT 1`;
  if (!row) return null;
  const { id, rules, ...peak } = row;
  return { id, peak, rules };
}
