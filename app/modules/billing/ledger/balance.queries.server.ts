/** Sums of the ledger: by account, by VAT code, and against what organisations owe by their documents. */
import { db } from '~/infrastructure/db.server';
import { addDays, type LocalDate } from '~/lib/local-time';

export interface AccountSum {
  readonly account: string;
  readonly nameNb: string;
  readonly nameEn: string;
  /** Before the period, in it, and after it. */
  readonly openingOre: number;
  readonly debitOre: number;
  readonly creditOre: number;
  readonly closingOre: number;
}

/** Every account that has something, for dates that are both included. */
export function sumAccounts({ from, to }: { from: LocalDate; to: LocalDate }): Promise<AccountSum[]> {
  return db.$queryRaw<AccountSum[]>`
    SELECT a.number AS account, a.name_nb AS "nameNb", a.name_en AS "nameEn",
      coalesce(sum(e.amount_ore) FILTER (WHERE v.dated_on < ${from}::date), 0)::float8 AS "openingOre",
      coalesce(sum(e.amount_ore) FILTER (WHERE v.dated_on >= ${from}::date AND e.amount_ore > 0), 0)::float8 AS "debitOre",
      coalesce(-sum(e.amount_ore) FILTER (WHERE v.dated_on >= ${from}::date AND e.amount_ore < 0), 0)::float8 AS "creditOre",
      sum(e.amount_ore)::float8 AS "closingOre"
    FROM ledger_entry e JOIN voucher v ON v.id = e.voucher_id JOIN account a ON a.number = e.account_number
    WHERE v.dated_on < ${addDays(to, 1)}::date
    GROUP BY a.number ORDER BY a.number`;
}

export interface VatSum {
  readonly vatCode: string;
  readonly vatBp: number;
  readonly nameNb: string | null;
  readonly nameEn: string | null;
  /** Sales positive. */
  readonly baseOre: number;
  readonly vatOre: number;
}

/** What was sold, and its VAT, for each code. */
export function sumVat({ from, to }: { from: LocalDate; to: LocalDate }): Promise<VatSum[]> {
  return db.$queryRaw<VatSum[]>`
    SELECT e.vat_code AS "vatCode", e.vat_bp AS "vatBp", max(c.name_nb) AS "nameNb", max(c.name_en) AS "nameEn",
      coalesce(-sum(e.amount_ore) FILTER (WHERE e.vat_part = 'base'), 0)::float8 AS "baseOre",
      coalesce(-sum(e.amount_ore) FILTER (WHERE e.vat_part = 'tax'), 0)::float8 AS "vatOre"
    FROM ledger_entry e JOIN voucher v ON v.id = e.voucher_id
    LEFT JOIN LATERAL (SELECT name_nb, name_en FROM vat_code WHERE code = e.vat_code ORDER BY valid_from DESC LIMIT 1) c ON true
    WHERE e.vat_code IS NOT NULL AND v.dated_on >= ${from}::date AND v.dated_on < ${addDays(to, 1)}::date
    GROUP BY e.vat_code, e.vat_bp ORDER BY e.vat_code, e.vat_bp`;
}

export interface SubLedgerDifference {
  readonly organisationId: string;
  readonly name: string;
  readonly ledgerOre: number;
  readonly documentsOre: number;
}

/** Organisations whose sub-ledger is not what their invoices and payments come to. There should be none. */
export function findSubLedgerDifferences(): Promise<SubLedgerDifference[]> {
  return db.$queryRaw<SubLedgerDifference[]>`
    SELECT * FROM (
      SELECT o.id::text AS "organisationId", o.name, coalesce(l.ore, 0)::float8 AS "ledgerOre",
        (coalesce(i.ore, 0) - coalesce(p.ore, 0))::float8 AS "documentsOre"
      FROM organisation o
      LEFT JOIN (SELECT organisation_id, sum(amount_ore) AS ore FROM ledger_entry WHERE organisation_id IS NOT NULL GROUP BY 1) l
        ON l.organisation_id = o.id
      LEFT JOIN (SELECT organisation_id, sum(gross_ore - credited_ore - paid_ore) AS ore FROM invoice WHERE number IS NOT NULL GROUP BY 1) i
        ON i.organisation_id = o.id
      LEFT JOIN (
        SELECT p.organisation_id, sum(p.amount_ore - p.returned_ore - coalesce(a.used, 0)) AS ore FROM incoming_payment p
        LEFT JOIN (SELECT incoming_payment_id, sum(amount_ore) AS used FROM allocation GROUP BY 1) a ON a.incoming_payment_id = p.id
        WHERE p.organisation_id IS NOT NULL GROUP BY 1
      ) p ON p.organisation_id = o.id
    ) sums WHERE "ledgerOre" <> "documentsOre" ORDER BY name`;
}
