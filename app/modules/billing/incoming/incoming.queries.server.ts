/** Money for invoices as the desk sees it. */
import { db, Prisma } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';

export const INCOMING_FILTERS = ['unplaced', 'credit', 'all'] as const;
export type IncomingFilter = (typeof INCOMING_FILTERS)[number];

export interface IncomingLine {
  readonly id: string;
  readonly way: 'card' | 'bank' | 'other';
  readonly receivedOn: LocalDate;
  readonly amountOre: number;
  /** Neither on an invoice nor paid back. */
  readonly leftOre: number;
  readonly kid: string | null;
  readonly payerName: string | null;
  readonly message: string | null;
  readonly organisationName: string | null;
}

export interface IncomingCounts {
  readonly unplaced: number;
  readonly unplacedOre: number;
  readonly credit: number;
  readonly creditOre: number;
}

const LINES = Prisma.sql`
  SELECT p.id, p.way, p.received_on, p.amount_ore, p.kid, p.payer_name, p.message, p.organisation_id, o.name AS organisation_name,
    (p.amount_ore - p.returned_ore - coalesce(a.allocated, 0))::int AS left_ore
  FROM incoming_payment p
  LEFT JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN (SELECT incoming_payment_id, sum(amount_ore) AS allocated FROM allocation GROUP BY 1) a ON a.incoming_payment_id = p.id`;

const WHERE: Readonly<Record<IncomingFilter, Prisma.Sql>> = {
  unplaced: Prisma.sql`l.organisation_id IS NULL AND l.left_ore > 0`,
  credit: Prisma.sql`l.organisation_id IS NOT NULL AND l.left_ore > 0`,
  all: Prisma.sql`true`,
};

/** One page of payments, the latest first. */
export async function listIncoming(filter: IncomingFilter, page: { number: number; size: number }) {
  const rows = await db.$queryRaw<(IncomingLine & { total: number })[]>`
    SELECT l.id::text, l.way, l.received_on::text AS "receivedOn", l.amount_ore AS "amountOre", l.left_ore AS "leftOre", l.kid,
      l.payer_name AS "payerName", l.message, l.organisation_name AS "organisationName", (count(*) OVER ())::int AS total
    FROM (${LINES}) l WHERE ${WHERE[filter]}
    ORDER BY l.received_on DESC, l.id DESC
    LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`;
  return { items: rows.map(({ total: _, ...row }): IncomingLine => row), total: rows[0]?.total ?? 0 };
}

/** What waits for somebody to place it, and what stands to the credit of payers. */
export async function countIncoming(): Promise<IncomingCounts> {
  const [row] = await db.$queryRaw<IncomingCounts[]>`
    SELECT count(*) FILTER (WHERE ${WHERE.unplaced})::int AS unplaced,
      coalesce(sum(l.left_ore) FILTER (WHERE ${WHERE.unplaced}), 0)::int AS "unplacedOre",
      count(*) FILTER (WHERE ${WHERE.credit})::int AS credit,
      coalesce(sum(l.left_ore) FILTER (WHERE ${WHERE.credit}), 0)::int AS "creditOre"
    FROM (${LINES}) l`;
  return row ?? { unplaced: 0, unplacedOre: 0, credit: 0, creditOre: 0 };
}

export interface PlacedPart {
  readonly invoiceId: string;
  readonly number: string;
  readonly amountOre: number;
}

export interface IncomingPage extends IncomingLine {
  readonly organisationId: string | null;
  readonly payerAccount: string | null;
  readonly returnedOre: number;
  readonly placed: readonly PlacedPart[];
  readonly returns: readonly {
    readonly id: string;
    readonly amountOre: number;
    readonly returnedOn: LocalDate;
    readonly reference: string;
  }[];
}

/** One payment with what it was used for. Null when there is none. */
export async function loadIncoming(id: string): Promise<IncomingPage | null> {
  const [payment] = await db.$queryRaw<Omit<IncomingPage, 'placed' | 'returns'>[]>`
    SELECT l.id::text, l.way, l.received_on::text AS "receivedOn", l.amount_ore AS "amountOre", l.left_ore AS "leftOre", l.kid,
      l.payer_name AS "payerName", l.message, l.organisation_name AS "organisationName", l.organisation_id::text AS "organisationId",
      p.payer_account AS "payerAccount", p.returned_ore AS "returnedOre"
    FROM (${LINES}) l JOIN incoming_payment p ON p.id = l.id
    WHERE l.id = ${id}::uuid`;
  if (!payment) return null;
  const [placed, returns] = await Promise.all([
    db.$queryRaw<PlacedPart[]>`
      SELECT i.id::text AS "invoiceId", i.number, sum(a.amount_ore)::int AS "amountOre"
      FROM allocation a JOIN invoice i ON i.id = a.invoice_id
      WHERE a.incoming_payment_id = ${id}::uuid
      GROUP BY i.id HAVING sum(a.amount_ore) <> 0 ORDER BY i.number`,
    db.$queryRaw<IncomingPage['returns'][number][]>`
      SELECT r.id::text, r.amount_ore AS "amountOre", r.returned_on::text AS "returnedOn", r.reference
      FROM payment_return r WHERE r.incoming_payment_id = ${id}::uuid ORDER BY r.returned_on, r.id`,
  ]);
  return { ...payment, placed, returns };
}

export interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly organisationName: string;
  readonly dueOn: LocalDate;
  readonly outstandingOre: number;
}

const MOST_CANDIDATES = 30;

/**
 * Invoices that a payment may be for: those of its payer when that is known, else those that are searched for by number, reference,
 * payer or amount; without a search, those of the same amount first.
 */
export async function findOpenInvoices(payment: Pick<IncomingPage, 'organisationId' | 'leftOre'>, search: string): Promise<OpenInvoice[]> {
  const text = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wanted =
    search.trim() === '' ? Prisma.sql`true` : Prisma.sql`(i.number ILIKE ${text} OR i.kid ILIKE ${text} OR o.name ILIKE ${text})`;
  const whose =
    payment.organisationId !== null && search.trim() === '' ? Prisma.sql`o.id = ${payment.organisationId}::uuid` : Prisma.sql`true`;
  return db.$queryRaw<OpenInvoice[]>`
    SELECT i.id::text, i.number, o.name AS "organisationName", i.due_on::text AS "dueOn",
      (i.gross_ore - i.credited_ore - i.paid_ore)::int AS "outstandingOre"
    FROM invoice i JOIN organisation o ON o.id = i.organisation_id
    WHERE i.state IN ('open', 'partly_paid') AND ${wanted} AND ${whose}
    ORDER BY (i.gross_ore - i.credited_ore - i.paid_ore = ${payment.leftOre}) DESC, i.due_on, i.number
    LIMIT ${MOST_CANDIDATES}`;
}

export interface PayableInvoice extends OpenInvoice {
  readonly kid: string | null;
}

/** The invoice that somebody is about to note a payment on; null when there is none that has been issued. */
export async function findPayableInvoice(id: string): Promise<PayableInvoice | null> {
  const [invoice] = await db.$queryRaw<PayableInvoice[]>`
    SELECT i.id::text, i.number, i.kid, o.name AS "organisationName", i.due_on::text AS "dueOn",
      CASE WHEN i.state IN ('open', 'partly_paid') THEN i.gross_ore - i.credited_ore - i.paid_ore ELSE 0 END::int AS "outstandingOre"
    FROM invoice i JOIN organisation o ON o.id = i.organisation_id
    WHERE i.id = ${id}::uuid AND i.number IS NOT NULL`;
  return invoice ?? null;
}
