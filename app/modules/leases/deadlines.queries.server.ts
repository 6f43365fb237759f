/** What about the leases must not be forgotten. */
import { db } from '~/infrastructure/db.server';
import { addDays, type LocalDate, localDateOf } from '~/lib/local-time';
import type { KnownRegisterState } from '../organisations/organisation';

/** How long before a day it is told of. */
const DAYS_BEFORE = 90;

export interface LeaseDeadline {
  readonly kind: 'option' | 'notice' | 'ending' | 'line_ending' | 'deposit' | 'register';
  readonly leaseId: string;
  readonly number: number;
  readonly who: string;
  /** The last day for it, or the first day it has been so. */
  readonly on: LocalDate;
  readonly registerState: KnownRegisterState;
  readonly missingOre: number;
}

/** The most urgent first; one statement. A lease under notice is told of once, as such. */
export async function listDeadlines(now: Date): Promise<LeaseDeadline[]> {
  const today = localDateOf(now);
  const until = addDays(today, DAYS_BEFORE);
  return db.$queryRaw<LeaseDeadline[]>`
    WITH binding AS (
      SELECT l.*, o.name AS who, o.kind AS tenant_kind, o.register_state,
        l.deposit_ore - coalesce((SELECT sum(m.amount_ore) FROM deposit_movement m WHERE m.lease_id = l.id AND m.kind = 'received'), 0)
          - coalesce((SELECT c.gross_ore FROM charge c JOIN invoice_line il ON il.charge_id = c.id JOIN invoice i ON i.id = il.invoice_id
              WHERE c.source_key = 'lease:' || l.id || ':deposit' AND i.state = 'paid'), 0) AS missing
      FROM lease l JOIN organisation o ON o.id = l.organisation_id
      WHERE l.state IN ('signed', 'running', 'notice_given'))
    SELECT told.kind, b.id::text AS "leaseId", b.number, b.who, told.day::text AS "on", b.register_state::text AS "registerState",
      greatest(b.missing, 0)::int AS "missingOre"
    FROM binding b
    CROSS JOIN LATERAL (
      SELECT 'option' AS kind, b.option_by AS day WHERE b.option_by BETWEEN ${today}::date AND ${until}::date
      UNION ALL SELECT 'notice', b.ends_on - 1 WHERE b.state = 'notice_given'
      UNION ALL SELECT 'ending', b.ends_on - 1 WHERE b.state <> 'notice_given' AND b.ends_on <= ${until}::date
      UNION ALL SELECT DISTINCT 'line_ending', line.valid_to - 1 FROM rent_line line WHERE line.lease_id = b.id
        AND line.valid_to BETWEEN ${today}::date AND ${until}::date AND line.valid_to IS DISTINCT FROM b.ends_on
        AND NOT EXISTS (SELECT 1 FROM rent_line later WHERE later.lease_id = b.id AND later.kind = line.kind AND later.valid_from = line.valid_to)
      UNION ALL SELECT 'deposit', b.starts_on WHERE b.missing > 0
      UNION ALL SELECT 'register', ${today}::date WHERE b.register_state IN ('winding_up', 'bankrupt', 'deleted', 'removed')) told
    ORDER BY told.day, b.number`;
}
