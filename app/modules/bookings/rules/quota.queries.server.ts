import { Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { RuledRoom } from '../../availability/booking-rules';
import { loadRulesInForce } from '../../availability/rule-set.queries.server';
import { type QuotaFacts, type QuotaUse, quotaWindow } from './quota';

/** Whoever pays: an organisation, else the person. */
export interface QuotaPayer {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

export interface QuotaQuestion {
  /** Before signing in nobody: nothing is used yet. */
  readonly payer: QuotaPayer;
  readonly groups: readonly string[];
  /** What is asked for: the periods that it touches are looked at. */
  readonly wanted: readonly QuotaUse[];
  /** Makes bookings of one payer wait for each other, so that two at once do not both slip under a quota. */
  readonly lock: boolean;
}

/** What the quotas of a payer are counted from. No use is read, and nobody waits, where no quota holds. */
export async function loadQuotaFacts(client: Tx, { payer, groups, wanted, lock }: QuotaQuestion, now: Date): Promise<QuotaFacts> {
  const set = await loadRulesInForce(client, now);
  const window = quotaWindow({ set, groups }, wanted);
  if (window === null || (payer.personId === null && payer.organisationId === null)) return { set, groups, uses: [] };
  if (lock) await lockPayer(client, payer);
  return { set, groups, uses: await loadUses(client, payer, window, now) };
}

/** Until the transaction ends. This lock does not stand in the way of rows that refer to the payer. */
async function lockPayer(tx: Tx, { personId, organisationId }: QuotaPayer): Promise<void> {
  if (organisationId === null) await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
}

type Row = Interval & { readonly roomId: string; readonly kind: RuledRoom['kind'] };

/** What the payer has, or had, in the window; holds past their deadline are nobody's. */
async function loadUses(client: Tx, { personId, organisationId }: QuotaPayer, window: Interval, now: Date): Promise<QuotaUse[]> {
  const payer =
    organisationId === null
      ? Prisma.sql`b.organisation_id IS NULL AND b.person_id = ${personId}::uuid`
      : Prisma.sql`b.organisation_id = ${organisationId}::uuid`;
  const rows = await client.$queryRaw<Row[]>`
    SELECT o.room_id::text AS "roomId", r.kind::text AS kind, o.starts_at AS start, o.ends_at AS "end"
    FROM booking b
    JOIN occurrence o ON o.booking_id = b.id
    JOIN room r ON r.id = o.room_id
    WHERE ${payer} AND o.starts_at < ${window.end}::timestamptz AND o.ends_at > ${window.start}::timestamptz
      AND o.state NOT IN ('cancelled', 'released', 'refused')
      AND (o.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)`;
  return rows.map(({ roomId, kind, start, end }) => ({ start, end, room: { id: roomId, kind } }));
}
