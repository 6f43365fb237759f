/** The ledger of a period, and what was handed over before. */
import { db } from '~/infrastructure/db.server';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { CustomerRow } from './export-files';
import type { ExportedCustomer, ExportedEntry, ExportedVoucher } from './exported-voucher';

/** Dates, both included. */
export interface ExportPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

type Row = Omit<ExportedEntry, 'customer'> & {
  readonly number: number;
  readonly on: LocalDate;
  readonly heading: string;
  readonly customer: ExportedCustomer | null;
  readonly invoice: ExportedVoucher['invoice'];
};

/** The vouchers of a period in the order of their numbers, in one query. */
export async function findVouchers({ from, to }: ExportPeriod): Promise<ExportedVoucher[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.number, v.dated_on::text AS "on", v.text AS heading, e.account_number AS account, e.amount_ore AS "amountOre",
      e.vat_code AS "vatCode", e.vat_bp AS "vatBp", e.vat_part AS "vatPart", e.text,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('number', o.customer_number, 'name', o.name,
        'addressLine', coalesce(o.address_line, ''), 'postalCode', coalesce(o.postal_code, ''), 'city', coalesce(o.city, '')) END AS customer,
      CASE WHEN i.number IS NOT NULL THEN jsonb_build_object('number', i.number, 'kid', i.kid, 'dueOn', i.due_on::text) END AS invoice
    FROM voucher v JOIN ledger_entry e ON e.voucher_id = v.id
    LEFT JOIN organisation o ON o.id = e.organisation_id
    LEFT JOIN invoice i ON i.id = v.invoice_id
    WHERE v.dated_on >= ${from}::date AND v.dated_on < ${addDays(to, 1)}::date
    ORDER BY v.number, e.position`;
  const vouchers = new Map<number, ExportedVoucher & { entries: ExportedEntry[] }>();
  for (const { number, on, heading, invoice, ...entry } of rows) {
    const voucher = vouchers.get(number) ?? { number, on, text: heading, invoice, entries: [] };
    voucher.entries.push(entry);
    vouchers.set(number, voucher);
  }
  return [...vouchers.values()];
}

export async function findAccountNames(): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({ select: { number: true, nameNb: true } });
  return new Map(accounts.map(({ number, nameNb }) => [number, nameNb]));
}

/** Everybody with a customer number who is invoiced, with what they owe at the end of a day. */
export function findCustomers(to: LocalDate): Promise<CustomerRow[]> {
  return db.$queryRaw<CustomerRow[]>`
    SELECT o.customer_number AS number, o.name, o.organisation_number AS "organisationNumber", o.address_line AS "addressLine",
      o.postal_code AS "postalCode", o.city, coalesce(o.invoice_email, o.email) AS email, o.payment_days AS "paymentDays",
      o.wants_ehf AS "wantsEhf",
      coalesce((SELECT sum(e.amount_ore) FROM ledger_entry e JOIN voucher v ON v.id = e.voucher_id
        WHERE e.organisation_id = o.id AND v.dated_on < ${addDays(to, 1)}::date), 0)::int AS "balanceOre"
    FROM organisation o WHERE o.kind <> 'internal' ORDER BY o.customer_number`;
}

export interface ExportLine {
  readonly id: string;
  readonly kind: 'gbat10' | 'vouchers' | 'customers';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: number;
  readonly madeBy: string;
  readonly createdAt: Date;
}

/** One page of what was handed over, the latest first. */
export async function listExports(page: { number: number; size: number }): Promise<{ items: ExportLine[]; total: number }> {
  const rows = await db.$queryRaw<(ExportLine & { total: number })[]>`
    SELECT x.id::text, x.kind, x.period_from::text AS "from", (x.period_to - 1)::text AS "to", x.rows,
      coalesce(nullif(p.name, ''), p.email) AS "madeBy", x.created_at AS "createdAt", (count(*) OVER ())::int AS total
    FROM accounting_export x JOIN person p ON p.id = x.made_by_id
    ORDER BY x.created_at DESC, x.id DESC
    LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`;
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file as it was handed over; null when there is none. */
export async function findExportFile(id: string): Promise<ExportFile | null> {
  const found = await db.accountingExport.findUnique({
    where: { id },
    select: { kind: true, bytes: true, periodFrom: true, periodTo: true },
  });
  if (!found) return null;
  const { kind, bytes, periodFrom, periodTo } = found;
  const span = [periodFrom, new Date(periodTo.getTime() - 1)].map((date) => date.toISOString().slice(0, 10)).join('--');
  const isText = kind === 'gbat10';
  const name = `sundbytunet-${kind}-${span}.${isText ? 'gbat10.txt' : 'csv'}`;
  return { name, mime: isText ? 'text/plain; charset=iso-8859-1' : 'text/csv; charset=utf-8', bytes };
}
