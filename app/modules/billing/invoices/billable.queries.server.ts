/** What is open and due to be invoiced, read the same way for the preview of a month and for its run. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import { addDays, fromDateColumn, type LocalDate, localDateOf } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import type { BillableCharge, BillableSum, Customer, VatCodeFacts } from './billable';
import type { Cutoff } from './invoice-month';

/** Whether charge `c` of occurrence `o` and booking `b` is due; never null. */
export function isDue({ through, until }: Cutoff): Prisma.Sql {
  return Prisma.sql`coalesce(
    c.invoice_from <= ${through}::date,
    o.ends_at <= ${until} OR o.state = 'cancelled' OR b.state = 'cancelled',
    false
  )`;
}

/**
 * A query over `billable`: the open charges of organisations that are invoiced, due by then. A charge is due from the day
 * it names, else when its time is over or was given up. `taken_back`: another one takes it back whole, and both come to nothing.
 * Units of the house itself are priced and never invoiced.
 */
export function withBillable(cutoff: Cutoff, query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH billable AS (
      SELECT c.id, c.organisation_id, c.source_key, c.description_nb, c.description_en, c.net_ore, c.vat_code, c.vat_bp,
        c.period_from, c.period_to, o.starts_at, o.ends_at,
        EXISTS (
          SELECT 1 FROM charge twin
          WHERE twin.state = 'open' AND twin.net_ore + c.net_ore = 0 AND twin.source_key = CASE
            WHEN c.source_key LIKE '%:credit' THEN left(c.source_key, -7) ELSE c.source_key || ':credit' END
        ) AS taken_back
      FROM charge c
      JOIN organisation org ON org.id = c.organisation_id AND org.kind <> 'internal'
      LEFT JOIN occurrence o ON o.id = c.occurrence_id
      LEFT JOIN booking b ON b.id = o.booking_id
      WHERE c.state = 'open' AND ${isDue(cutoff)}
    )
    ${query}`;
}

export interface BillableOrganisation {
  readonly organisationId: string;
  readonly sums: readonly BillableSum[];
  readonly count: number;
  /** First day of the oldest thing. */
  readonly oldest: LocalDate;
}

/** Organisations with something due, by their sums; a few rows for each, however many charges. */
export async function findBillableOrganisations(client: Tx, cutoff: Cutoff): Promise<BillableOrganisation[]> {
  const rows = await client.$queryRaw<
    {
      organisationId: string;
      vatCode: string;
      vatBp: number;
      netOre: bigint;
      count: number;
      oldestDay: Date | null;
      oldestTime: Date | null;
    }[]
  >(
    withBillable(
      cutoff,
      Prisma.sql`
        SELECT organisation_id::text AS "organisationId", vat_code AS "vatCode", vat_bp AS "vatBp", sum(net_ore)::bigint AS "netOre",
          count(*)::int AS count, min(period_from) AS "oldestDay", min(starts_at) FILTER (WHERE period_from IS NULL) AS "oldestTime"
        FROM billable WHERE NOT taken_back
        GROUP BY organisation_id, vat_code, vat_bp
        ORDER BY organisation_id, vat_code, vat_bp`,
    ),
  );
  const byId = new Map<string, BillableOrganisation & { sums: BillableSum[] }>();
  for (const { organisationId, vatCode, vatBp, netOre, count, oldestDay, oldestTime } of rows) {
    const sum = { vatCode, vatBp, netOre: Number(netOre) };
    const oldest = earliest(oldestDay && fromDateColumn(oldestDay), oldestTime && localDateOf(oldestTime));
    const known = byId.get(organisationId);
    byId.set(organisationId, {
      organisationId,
      sums: [...(known?.sums ?? []), sum],
      count: (known?.count ?? 0) + count,
      oldest: earliest(oldest, known?.oldest ?? null),
    });
  }
  return [...byId.values()];
}

function earliest(a: LocalDate | null, b: LocalDate | null): LocalDate {
  const dates = [a, b].filter((date) => date !== null).toSorted();
  const [first] = dates;
  if (first === undefined) throw new Error('A charge without a time');
  return first;
}

type ChargeRow = {
  id: string;
  organisationId: string;
  sourceKey: string;
  descriptionNb: string;
  descriptionEn: string;
  netOre: number;
  vatCode: string;
  vatBp: number;
  periodFrom: Date | null;
  periodTo: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** The charges themselves of some organisations, without those that were taken back whole. */
export async function loadBillableCharges(
  client: Tx,
  { organisationIds, cutoff }: { readonly organisationIds: readonly string[]; readonly cutoff: Cutoff },
): Promise<Map<string, BillableCharge[]>> {
  const rows = await client.$queryRaw<ChargeRow[]>(
    withBillable(
      cutoff,
      Prisma.sql`
        SELECT id::text, organisation_id::text AS "organisationId", source_key AS "sourceKey", description_nb AS "descriptionNb",
          description_en AS "descriptionEn", net_ore AS "netOre", vat_code AS "vatCode", vat_bp AS "vatBp",
          period_from AS "periodFrom", period_to AS "periodTo", starts_at AS "startsAt", ends_at AS "endsAt"
        FROM billable WHERE NOT taken_back AND organisation_id = ANY(${[...organisationIds]}::uuid[])`,
    ),
  );
  const byOrganisation = new Map<string, BillableCharge[]>();
  for (const row of rows) {
    const charge = toCharge(row);
    const known = byOrganisation.get(charge.organisationId);
    if (known) known.push(charge);
    else byOrganisation.set(charge.organisationId, [charge]);
  }
  return byOrganisation;
}

function toCharge({ periodFrom, periodTo, startsAt, endsAt, ...charge }: ChargeRow): BillableCharge {
  if (periodFrom && periodTo) return { ...charge, ofBooking: false, from: fromDateColumn(periodFrom), to: fromDateColumn(periodTo) };
  if (!startsAt || !endsAt) throw new Error(`Charge ${charge.id} has no time`);
  const from = localDateOf(startsAt);
  // Until midnight is not the day after.
  const last = localDateOf(new Date(endsAt.getTime() - 1));
  return { ...charge, ofBooking: true, from, to: addDays(last < from ? from : last, 1) };
}

/** Those an invoice goes to, by id, with the members who take care of invoices. */
export async function loadCustomers(client: Tx, organisationIds: readonly string[], now: Date): Promise<Map<string, Customer>> {
  const valid = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const rows = await client.organisation.findMany({
    where: { id: { in: [...organisationIds] } },
    select: {
      ...{ id: true, name: true, customerNumber: true, organisationNumber: true, addressLine: true, postalCode: true, city: true },
      ...{ buyerReference: true, paymentDays: true, invoiceEmail: true, email: true },
      memberships: {
        where: { ...valid, role: { in: ['billing', 'contact'] } },
        orderBy: { validFrom: 'asc' },
        select: { role: true, person: { select: { email: true, locale: true } } },
      },
    },
  });
  return new Map(
    rows.map(({ invoiceEmail, email, memberships, ...row }) => {
      const inRole = (role: string) => memberships.filter((member) => member.role === role).map(({ person }) => person);
      const [billing, contacts] = [inRole('billing'), inRole('contact')];
      const members = billing.length > 0 ? billing : contacts;
      const emails =
        invoiceEmail !== null
          ? [invoiceEmail]
          : members.length > 0
            ? members.map((member) => member.email)
            : [email].filter((one) => one !== null);
      const locale: Locale = members[0]?.locale === 'en' ? 'en' : 'nb';
      return [row.id, { ...row, locale, emails: [...new Set(emails)] }];
    }),
  );
}

/** The codes of VAT as they are printed on a day. */
export async function loadVatCodes(client: Tx, on: LocalDate): Promise<VatCodeFacts[]> {
  return client.$queryRaw<VatCodeFacts[]>`
    SELECT DISTINCT ON (code) code, peppol, reason_nb AS "reasonNb", reason_en AS "reasonEn"
    FROM vat_code WHERE valid_from <= ${on}::date AND (valid_to IS NULL OR valid_to > ${on}::date)
    ORDER BY code, valid_from DESC`;
}

/** Charges that were taken back whole come to nothing, and are closed with what took them back. */
export async function closeTakenBack(client: Tx, cutoff: Cutoff): Promise<void> {
  await client.$executeRaw(
    withBillable(
      cutoff,
      Prisma.sql`UPDATE charge SET state = 'credited' FROM billable WHERE charge.id = billable.id AND billable.taken_back AND charge.state = 'open'`,
    ),
  );
}
