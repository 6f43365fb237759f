import { db, Prisma, type Tx } from '~/infrastructure/db.server';
import { type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { addMonths } from '~/lib/months';
import type { KnownRegisterState } from '../../organisations/organisation';
import type { Seller } from '../../organisations/seller/seller.schema';
import { loadSeller } from '../../organisations/seller/seller.queries.server';
import type { Customer } from './billable';
import { findBillableOrganisations, isDue, loadBillableCharges, loadCustomers, loadVatCodes } from './billable.queries.server';
import { decideInvoice, decideSums } from './decide-invoice';
import { type Cutoff, cutoffOf } from './invoice-month';
import { inOrder, type LeftOpen, type MonthPreview, type PreviewItem, type PreviewLine, previewTotals } from './month-preview';
import { odditiesOf } from './oddities';

export interface PreviewQuestion {
  /** First day of the month. */
  readonly month: LocalDate;
  readonly page: number;
  readonly size: number;
}

/** The month as its run would invoice it now. Sums of all organisations come from sums of the database, lines only for the page's. */
export async function loadMonthPreview({ month, page, size }: PreviewQuestion, now: Date): Promise<MonthPreview> {
  const today = localDateOf(now);
  const cutoff = cutoffOf(month, now);
  const seller = await loadSeller(db, now);
  const found = await findBillableOrganisations(db, cutoff);
  const ids = found.map(({ organisationId }) => organisationId);
  const [customers, histories] = await Promise.all([loadCustomers(db, ids, now), loadHistories(db, ids, month)]);
  const lines = found.flatMap(({ organisationId, sums, count, oldest }): PreviewLine[] => {
    const [customer, history] = [customers.get(organisationId), histories.get(organisationId)];
    if (!customer || !history) return [];
    const { name } = customer;
    const decided = decideSums(customer, sums, seller);
    const oddities = odditiesOf({ ...history, grossOre: decided.grossOre, oldest, month });
    return [{ organisationId, name, ...decided, chargeCount: count, beforeOre: history.beforeOre, oddities }];
  });
  const sorted = inOrder(lines);
  const shown = sorted.slice((page - 1) * size, page * size);
  return {
    ...{ month, through: cutoff.through, totals: previewTotals(lines), itemCount: lines.length },
    issuedElsewhere: seller.issues === 'elsewhere',
    items: await withDrafts(shown, { customers, seller, cutoff, issuedOn: today }),
    left: await loadLeftOpen(cutoff),
  };
}

type DraftFacts = {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly seller: Seller;
  readonly cutoff: Cutoff;
  readonly issuedOn: LocalDate;
};

async function withDrafts(lines: readonly PreviewLine[], facts: DraftFacts): Promise<PreviewItem[]> {
  const { customers, seller, cutoff, issuedOn } = facts;
  const organisationIds = lines.map(({ organisationId }) => organisationId);
  const [charges, vatCodes] = await Promise.all([loadBillableCharges(db, { organisationIds, cutoff }), loadVatCodes(db, issuedOn)]);
  return lines.map((line) => {
    const customer = customers.get(line.organisationId);
    const own = charges.get(line.organisationId) ?? [];
    const decision = customer && decideInvoice({ customer, charges: own, seller, vatCodes, issuedOn });
    return { ...line, draft: decision?.ok ? decision.value : null };
  });
}

type History = {
  readonly organisationId: string;
  readonly registerState: KnownRegisterState;
  readonly beforeOre: number | null;
  readonly invoicedBefore: boolean;
  readonly disputedCount: number;
};

/** What organisations were invoiced before, and what stands between them and the house. */
async function loadHistories(client: Tx, ids: readonly string[], month: LocalDate): Promise<Map<string, History>> {
  const before = toDateColumn(addMonths(month, -1));
  const rows = await client.$queryRaw<History[]>`
    SELECT o.id::text AS "organisationId", o.register_state::text AS "registerState", known."beforeOre",
      coalesce(known.any, 0) > 0 AS "invoicedBefore", coalesce(known.disputed, 0)::int AS "disputedCount"
    FROM organisation o
    LEFT JOIN LATERAL (
      SELECT count(*) AS any, count(*) FILTER (WHERE i.disputed_at IS NOT NULL) AS disputed,
        (sum(i.gross_ore) FILTER (WHERE r.month = ${before}))::int AS "beforeOre"
      FROM invoice i LEFT JOIN invoice_run r ON r.id = i.run_id
      WHERE i.organisation_id = o.id AND i.number IS NOT NULL
    ) known ON true
    WHERE o.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.organisationId, row]));
}

async function loadLeftOpen(cutoff: Cutoff): Promise<LeftOpen> {
  const bundle = (condition: Prisma.Sql) => Prisma.sql`
    json_build_object('count', count(*) FILTER (WHERE ${condition}), 'grossOre', coalesce(sum(c.gross_ore) FILTER (WHERE ${condition}), 0))`;
  const [row] = await db.$queryRaw<LeftOpen[]>`
    SELECT (SELECT count(*)::int FROM invoice WHERE state = 'issuing') AS issuing,
      ${bundle(Prisma.sql`org.kind <> 'internal' AND NOT ${isDue(cutoff)}`)} AS later,
      ${bundle(Prisma.sql`org.kind = 'internal'`)} AS internal,
      ${bundle(Prisma.sql`c.person_id IS NOT NULL`)} AS persons
    FROM charge c
    LEFT JOIN organisation org ON org.id = c.organisation_id
    LEFT JOIN occurrence o ON o.id = c.occurrence_id
    LEFT JOIN booking b ON b.id = o.booking_id
    WHERE c.state = 'open'`;
  if (!row) throw new Error('An aggregate without a row');
  return row;
}
