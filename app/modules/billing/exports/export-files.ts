/** Files for the accounts that are tables: the first row names the columns. */
import { toCsv } from '~/lib/csv';
import type { ExportedVoucher } from './exported-voucher';

const VOUCHER_HEAD = [
  ...['Bilag', 'Dato', 'Konto', 'Kontonavn', 'Mva-kode', 'Mva-sats', 'Debet', 'Kredit', 'Kundenr.', 'Kunde', 'Faktura', 'Tekst'],
];

/** Every entry on a row, debit and credit apart, decimal comma. */
export function vouchersCsv(vouchers: readonly ExportedVoucher[], nameOf: (account: string) => string): string {
  const rows = vouchers.flatMap(({ number, on, invoice, entries }) =>
    entries.map(({ account, amountOre, vatCode, vatBp, text, customer }) => [
      ...[number, on, account, nameOf(account), vatCode ?? '', vatBp === null ? '' : decimal(vatBp)],
      ...[amountOre > 0 ? decimal(amountOre) : '', amountOre < 0 ? decimal(-amountOre) : ''],
      ...[customer?.number ?? '', customer?.name ?? '', invoice?.number ?? '', text],
    ]),
  );
  return toCsv([VOUCHER_HEAD, ...rows]);
}

export interface CustomerRow {
  readonly number: number;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly addressLine: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly email: string | null;
  readonly paymentDays: number;
  readonly wantsEhf: boolean;
  /** What they owe by the sub-ledger; negative: it stands to their credit. */
  readonly balanceOre: number;
}

const CUSTOMER_HEAD = [
  ...['Kundenr.', 'Navn', 'Org.nr.', 'Adresse', 'Postnr.', 'Poststed', 'E-post', 'Betalingsfrist', 'EHF', 'Skylder', 'Til gode'],
];

export function customersCsv(customers: readonly CustomerRow[]): string {
  const rows = customers.map(({ number, name, organisationNumber, balanceOre, ...customer }) => [
    ...[number, name, organisationNumber ?? '', customer.addressLine ?? '', customer.postalCode ?? '', customer.city ?? ''],
    ...[customer.email ?? '', customer.paymentDays, customer.wantsEhf ? 'ja' : 'nei'],
    ...[balanceOre > 0 ? decimal(balanceOre) : '', balanceOre < 0 ? decimal(-balanceOre) : ''],
  ]);
  return toCsv([CUSTOMER_HEAD, ...rows]);
}

/** Hundredths with a decimal comma: øre as kroner, basis points as per cent. */
function decimal(hundredths: number): string {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
