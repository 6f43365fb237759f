/** What becomes of each payment that a bank file tells of: shown before anything is booked, and the same when it is. */
import { addOre, compareOre, subtractOre } from '~/lib/money';
import { type InvoiceMoney, outstandingOre } from '../incoming/decide-allocation';
import { isKid, type KidAgreement } from '../kid';
import type { BankLine } from './bank-line';

export interface InvoiceByKid extends InvoiceMoney {
  readonly kid: string;
  readonly number: string;
  readonly organisationName: string;
}

export type BankOutcome =
  /** Booked before: nothing happens. */
  | 'known'
  | 'paid'
  | 'part'
  /** More than the invoice wants: the rest stands to the payer's credit. */
  | 'over'
  /** Nothing is owed on the invoice any more: all of it stands to the payer's credit. */
  | 'already_paid'
  | 'no_kid'
  /** No reference by the agreement: a digit is wrong. */
  | 'bad_kid'
  | 'unknown_kid';

export interface DecidedLine {
  readonly line: BankLine;
  readonly sourceKey: string;
  readonly outcome: BankOutcome;
  readonly invoice: InvoiceByKid | null;
}

export interface BankFacts {
  readonly agreement: KidAgreement | null;
  /** Source keys of payments that are booked. */
  readonly known: ReadonlySet<string>;
  readonly invoices: readonly InvoiceByKid[];
}

/** One by one in the order of the file: the second payment of an invoice sees what the first one left. */
export function decideBankLines(lines: readonly BankLine[], { agreement, known, invoices }: BankFacts): DecidedLine[] {
  const seen = new Set(known);
  const usedOre = new Map<string, number>();
  return lines.map((line) => {
    const sourceKey = sourceKeyOf(line);
    const invoice = invoices.find(({ kid }) => kid === line.kid) ?? null;
    const decided = { line, sourceKey, invoice };
    if (seen.has(sourceKey)) return { ...decided, outcome: 'known' };
    seen.add(sourceKey);
    if (!invoice) return { ...decided, outcome: withoutInvoice(line.kid, agreement) };
    const used = usedOre.get(invoice.id) ?? 0;
    const wanted = subtractOre(outstandingOre(invoice), used);
    usedOre.set(invoice.id, addOre(used, compareOre(line.amountOre, wanted) < 0 ? line.amountOre : wanted));
    const difference = compareOre(line.amountOre, wanted);
    return { ...decided, outcome: wanted <= 0 ? 'already_paid' : difference < 0 ? 'part' : difference > 0 ? 'over' : 'paid' };
  });
}

/** Names a payment across files of both kinds of the same bank. */
export function sourceKeyOf({ account, reference }: BankLine): string {
  return `bank:${account}:${reference}`;
}

function withoutInvoice(kid: string | null, agreement: KidAgreement | null): 'no_kid' | 'bad_kid' | 'unknown_kid' {
  if (kid === null) return 'no_kid';
  return agreement !== null && !isKid(kid, agreement) ? 'bad_kid' : 'unknown_kid';
}
