/** Invoices as the desk and their payers see them. */
import { db, Prisma, type Tx } from '~/infrastructure/db.server';
import { readFile } from '~/infrastructure/file-store.server';
import { fromDateColumn, type LocalDate } from '~/lib/local-time';
import { findById, type InvoiceRow } from './invoice.repository.server';
import { invoiceMailKey } from './invoice.messages';
import type { InvoiceEvent, InvoiceFilter, InvoiceListItem, InvoicePage, InvoicePaper } from './invoice-view';
import { totalsOf } from './vat-groups';

/** The invoice of an organisation when one is named, else any; null when there is none there. */
export async function findInvoicePage(id: string, organisationId: string | null): Promise<InvoicePage | null> {
  const invoice = await findById(db, id);
  if (!invoice || (organisationId !== null && (invoice.organisationId !== organisationId || invoice.number === null))) return null;
  const { runId, state, paidOre, creditedOre, disputedAt, disputeReason, fileId, stripeInvoiceId, version } = invoice;
  return {
    ...paperOf(invoice),
    ...{ organisationId: invoice.organisationId, runId, state, paidOre, creditedOre, version },
    disputed: disputedAt && { at: disputedAt, reason: disputeReason ?? '' },
    hasPdf: fileId !== null,
    hasStripe: stripeInvoiceId !== null,
    events: await findEvents(db, id),
  };
}

/** What stands on its paper. */
export async function findInvoicePaper(id: string): Promise<InvoicePaper | null> {
  const invoice = await findById(db, id);
  return invoice && paperOf(invoice);
}

function paperOf(invoice: InvoiceRow): InvoicePaper {
  const { id, number, kid, locale, seller, buyer, issuedOn, dueOn, deliveredFrom, deliveredTo, netOre, vatOre, grossOre } = invoice;
  return {
    ...{ id, number, kid, locale, seller, buyer, issuedOn, dueOn, deliveredFrom, deliveredTo, netOre, vatOre, grossOre },
    lines: invoice.lines.map(({ chargeId: _, position: _position, ...line }) => line),
    groups: totalsOf(invoice.lines).groups,
  };
}

const TOLD = {
  'invoice.issued': 'issued',
  'invoice.given_up': 'given_up',
  'invoice.retried': 'retried',
  'invoice.dispute_lifted': 'dispute_lifted',
  'invoice.credited': 'credited',
} as const;

async function findEvents(client: Tx, id: string): Promise<InvoiceEvent[]> {
  const audit = await client.auditEntry.findMany({
    where: { subjectType: 'invoice', subjectId: id },
    select: { at: true, action: true, after: true },
  });
  const mails = await client.outgoingMail.findMany({
    where: { dedupeKey: invoiceMailKey(id) },
    select: { createdAt: true, sentAt: true, recipient: true, state: true },
  });
  const payments = await client.allocation.findMany({
    where: { invoiceId: id },
    select: { amountOre: true, createdAt: true, incomingPayment: { select: { receivedOn: true } } },
  });
  const events: InvoiceEvent[] = [
    ...audit.flatMap(({ at, action, after }): InvoiceEvent[] => {
      if (action === 'invoice.disputed') return [{ kind: 'disputed', at, reason: (after as { reason?: string } | null)?.reason ?? '' }];
      const kind = TOLD[action as keyof typeof TOLD];
      return kind ? [{ kind, at }] : [];
    }),
    ...mails.flatMap(({ createdAt, sentAt, recipient, state }): InvoiceEvent[] => {
      if (sentAt) return [{ kind: 'mailed', at: sentAt, to: recipient }];
      return state === 'failed' ? [{ kind: 'mail_failed', at: createdAt, to: recipient }] : [];
    }),
    ...payments.map(({ amountOre, createdAt, incomingPayment }) => ({
      ...{ kind: 'paid' as const, at: createdAt, amountOre },
      on: fromDateColumn(incomingPayment.receivedOn),
    })),
  ];
  return events.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

export interface InvoicesQuestion {
  /** Of one organisation, or of all. */
  readonly organisationId: string | null;
  readonly filter: InvoiceFilter;
  /** Part of a number, a payment reference or a name. */
  readonly search: string;
  readonly page: number;
  readonly size: number;
  readonly today: LocalDate;
}

const LONGEST_SEARCH = 100;
const UNPAID = Prisma.sql`i.state IN ('open', 'partly_paid')`;

/** A page of invoices, the newest first; one statement. */
export async function listInvoices(question: InvoicesQuestion): Promise<{ items: InvoiceListItem[]; total: number }> {
  const { page, size } = question;
  const rows = await db.$queryRaw<(Omit<InvoiceListItem, 'issuedOn' | 'dueOn'> & { issuedOn: Date; dueOn: Date; total: number })[]>`
    SELECT i.id::text, i.number, i.buyer->>'name' AS name, i.state::text AS state, i.issued_on AS "issuedOn", i.due_on AS "dueOn",
      i.disputed_at IS NOT NULL AS disputed, i.gross_ore AS "grossOre", i.paid_ore AS "paidOre", i.credited_ore AS "creditedOre",
      (count(*) OVER ())::int AS total
    FROM invoice i
    WHERE ${whereOf(question)}
    ORDER BY i.issued_on DESC, i.serial DESC
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  return {
    items: rows.map(({ total: _, issuedOn, dueOn, ...row }) => ({
      ...row,
      issuedOn: fromDateColumn(issuedOn),
      dueOn: fromDateColumn(dueOn),
    })),
    total: rows[0]?.total ?? 0,
  };
}

function whereOf({ organisationId, filter, search, today }: InvoicesQuestion): Prisma.Sql {
  const conditions = [
    organisationId === null
      ? Prisma.sql`i.state <> 'discarded'`
      : Prisma.sql`i.organisation_id = ${organisationId}::uuid AND i.number IS NOT NULL`,
    filterOf(filter, today),
    searchOf(search),
  ];
  return Prisma.join(conditions, ' AND ');
}

function filterOf(filter: InvoiceFilter, today: LocalDate): Prisma.Sql {
  switch (filter) {
    case 'all':
      return Prisma.sql`true`;
    case 'open':
      return UNPAID;
    case 'overdue':
      return Prisma.sql`${UNPAID} AND i.due_on < ${today}::date AND i.disputed_at IS NULL`;
    case 'disputed':
      return Prisma.sql`${UNPAID} AND i.disputed_at IS NOT NULL`;
    case 'paid':
      return Prisma.sql`i.state = 'paid'`;
  }
}

function searchOf(search: string): Prisma.Sql {
  const wanted = search.trim().slice(0, LONGEST_SEARCH);
  if (wanted === '') return Prisma.sql`true`;
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(i.number ILIKE ${like} OR i.kid = ${wanted.replace(/\s/g, '')} OR i.buyer->>'name' ILIKE ${like})`;
}

export interface InvoiceCounts {
  readonly open: number;
  readonly overdue: number;
  readonly disputed: number;
  /** What is left to pay of all of them, øre. */
  readonly outstandingOre: number;
}

export async function countInvoices(organisationId: string | null, today: LocalDate): Promise<InvoiceCounts> {
  const [row] = await db.$queryRaw<InvoiceCounts[]>`
    SELECT count(*)::int AS open,
      (count(*) FILTER (WHERE i.due_on < ${today}::date AND i.disputed_at IS NULL))::int AS overdue,
      (count(*) FILTER (WHERE i.disputed_at IS NOT NULL))::int AS disputed,
      coalesce(sum(i.gross_ore - i.paid_ore - i.credited_ore), 0)::float8 AS "outstandingOre"
    FROM invoice i
    WHERE ${UNPAID} AND ${organisationId === null ? Prisma.sql`true` : Prisma.sql`i.organisation_id = ${organisationId}::uuid`}`;
  return row ?? { open: 0, overdue: 0, disputed: 0, outstandingOre: 0 };
}

/** Our own copy of an issued invoice; null while it has none. */
export async function readInvoicePdf(
  id: string,
  organisationId: string | null,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; number: string } | null> {
  const invoice = await findById(db, id);
  if (!invoice?.fileId || invoice.number === null || (organisationId !== null && invoice.organisationId !== organisationId)) return null;
  const file = await readFile(invoice.fileId);
  return file && { bytes: file.bytes, number: invoice.number };
}
