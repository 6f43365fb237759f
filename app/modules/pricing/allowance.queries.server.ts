import type { Tx } from '~/infrastructure/db.server';
import { addDays, type LocalDate } from '~/lib/local-time';
import { firstOfMonth } from '~/lib/months';
import type { Allowance } from './allowance';

export interface AllowanceQuestion {
  /** Null for somebody who books for themselves: they have none. */
  readonly organisationId: string | null;
  /** The dates asked about, both included. */
  readonly dates: { readonly from: LocalDate; readonly to: LocalDate };
  /** What these have used is theirs to use again. */
  readonly exceptOccurrenceIds?: readonly string[] | undefined;
  /** Makes the bookings of one organisation wait for each other, so that two at once do not use the same hours. */
  readonly lock: boolean;
}

/**
 * The hours that running leases include, month by month of Oslo, and what is left of them. No use is read, and nobody waits, where none
 * are. Leases and bookings are read here because they do not know each other.
 */
export async function loadAllowances(client: Tx, question: AllowanceQuestion, now: Date): Promise<Allowance[]> {
  const { organisationId, dates, lock, exceptOccurrenceIds = [] } = question;
  if (organisationId === null) return [];
  const included = await client.$queryRaw<{ month: LocalDate; minutes: number }[]>`
    SELECT month.day::date::text AS month, sum(l.included_minutes)::int AS minutes
    FROM generate_series(${firstOfMonth(dates.from)}::date, ${dates.to}::date, interval '1 month') AS month (day)
    JOIN lease l ON l.organisation_id = ${organisationId}::uuid AND l.included_minutes > 0
      AND l.state IN ('signed', 'running', 'notice_given')
      AND l.starts_on < month.day + interval '1 month' AND (l.ends_on IS NULL OR l.ends_on > month.day)
    GROUP BY month.day ORDER BY month.day`;
  const last = included.at(-1);
  if (!last) return [];
  if (lock) await client.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  const used = await client.$queryRaw<{ month: string; minutes: number }[]>`
    SELECT to_char(o.starts_at AT TIME ZONE 'Europe/Oslo', 'YYYY-MM-01') AS month, round(sum(q.quantity_milli) * 60 / 1000.0)::int AS minutes
    FROM booking b
    JOIN occurrence o ON o.booking_id = b.id
    JOIN quote_line q ON q.occurrence_id = o.id
    WHERE b.organisation_id = ${organisationId}::uuid AND q.kind = 'support' AND q.unit = 'hour' AND q.replaced_by_id IS NULL
      AND o.starts_at > ${addDays(firstOfMonth(dates.from), -1)}::date AND o.starts_at < ${addDays(last.month, 32)}::date
      AND o.state NOT IN ('cancelled', 'released', 'refused') AND (o.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
      AND NOT (o.id = ANY (${[...exceptOccurrenceIds]}::uuid[]))
    GROUP BY 1`;
  return included.map(({ month, minutes }) => {
    const spent = used.find((row) => row.month === month)?.minutes ?? 0;
    return { month, minutes, leftMinutes: Math.max(0, minutes - spent) };
  });
}
