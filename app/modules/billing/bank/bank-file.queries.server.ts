/** Files from the bank as the desk sees them. */
import { db, type Tx } from '~/infrastructure/db.server';
import { sumOre } from '~/lib/money';
import { findSeller } from '../../organisations/seller/seller.queries.server';
import { accountDigits, type BankFormat, type BankLine } from './bank-line';
import { type BankOutcome, decideBankLines, type DecidedLine, type InvoiceByKid, sourceKeyOf } from './decide-bank-lines';
import { readBankFile } from './read-bank-file';

export interface BankFileLine {
  readonly id: string;
  readonly name: string;
  readonly uploadedBy: string;
  readonly createdAt: Date;
  readonly importedAt: Date | null;
  readonly payments: number;
  readonly amountOre: number;
}

/** One page of the files that were sent in, the newest first. */
export async function listBankFiles(page: { number: number; size: number }): Promise<{ items: BankFileLine[]; total: number }> {
  const rows = await db.$queryRaw<(BankFileLine & { total: number })[]>`
    SELECT f.id::text, f.name, coalesce(nullif(p.name, ''), p.email) AS "uploadedBy", f.created_at AS "createdAt",
      f.imported_at AS "importedAt", count(i.id)::int AS payments, coalesce(sum(i.amount_ore), 0)::int AS "amountOre",
      (count(*) OVER ())::int AS total
    FROM bank_file f JOIN person p ON p.id = f.uploaded_by_id LEFT JOIN incoming_payment i ON i.bank_file_id = f.id
    GROUP BY f.id, p.id
    ORDER BY f.created_at DESC, f.id DESC
    LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`;
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export interface BankFilePreview {
  readonly id: string;
  readonly name: string;
  readonly importedAt: Date | null;
  readonly format: BankFormat;
  readonly skipped: number;
  readonly lines: readonly DecidedLine[];
  /** How many, and how much, of each outcome. */
  readonly sums: readonly { readonly outcome: BankOutcome; readonly count: number; readonly amountOre: number }[];
}

/** A file that was sent in, with what becomes, or became, of each of its payments. Null when there is none. */
export async function loadBankFile(id: string, now: Date): Promise<BankFilePreview | null> {
  const file = await db.bankFile.findUnique({ where: { id }, select: { name: true, bytes: true, importedAt: true } });
  if (!file) return null;
  const content = readBankFile(file.bytes);
  if (!content.ok) throw new Error(`Bank file ${id} cannot be read any more: ${content.fault}`);
  const { format, skipped, lines } = content.value;
  const decided = await decideLines(db, lines, now);
  return { id, name: file.name, importedAt: file.importedAt, format, skipped, lines: decided, sums: sumsOf(decided) };
}

export async function decideLines(client: Tx, lines: readonly BankLine[], now: Date): Promise<DecidedLine[]> {
  const seller = await findSeller(client, now);
  const keys = lines.map(sourceKeyOf);
  const known = await client.incomingPayment.findMany({ where: { sourceKey: { in: keys } }, select: { sourceKey: true } });
  const invoices = await findByKids(client, [...new Set(lines.flatMap(({ kid }) => kid ?? []))]);
  return decideBankLines(lines, { agreement: seller?.kid ?? null, known: new Set(known.map(({ sourceKey }) => sourceKey)), invoices });
}

/** The account that invoices are paid to; null while there is no seller. */
export async function findOwnAccount(client: Tx, now: Date): Promise<string | null> {
  const seller = await findSeller(client, now);
  return seller && accountDigits(seller.bankAccount);
}

function findByKids(client: Tx, kids: readonly string[]): Promise<InvoiceByKid[]> {
  return client.$queryRaw<InvoiceByKid[]>`
    SELECT i.id::text, i.kid, i.number, i.organisation_id::text AS "organisationId", o.name AS "organisationName", i.state,
      i.gross_ore AS "grossOre", i.credited_ore AS "creditedOre", i.paid_ore AS "paidOre"
    FROM invoice i JOIN organisation o ON o.id = i.organisation_id
    WHERE i.kid = ANY(${[...kids]}) AND i.number IS NOT NULL`;
}

function sumsOf(lines: readonly DecidedLine[]) {
  return [...new Set(lines.map(({ outcome }) => outcome))].map((outcome) => {
    const ofOutcome = lines.filter((line) => line.outcome === outcome);
    return { outcome, count: ofOutcome.length, amountOre: sumOre(ofOutcome.map(({ line }) => line.amountOre)) };
  });
}
