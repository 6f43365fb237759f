/**
 * camt.054 of ISO 20022, the bank's note of what came in. Norwegian banks put the payment reference into `Strd/CdtrRefInf/Ref`.
 */
import { type LocalDate, parseLocalDate } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { accountDigits, type BankFileContent, type BankFileFault, type BankFileRefusal, type BankLine, MOST_LINES } from './bank-line';
import { attributeOf, elementsAt, parseXml, textAt, textOf, type XmlElement } from './xml-tree';

/** Whether the text begins as an XML file does. */
export function looksLikeXml(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** The payments that came in; what went out, was taken back or is not booked yet is counted and left. */
export function readCamt054(text: string): Result<BankFileContent, BankFileRefusal> {
  const parsed = parseXml(text);
  if (!parsed.ok) return malformed(parsed.code);
  const notifications = elementsAt(parsed.value, 'Document', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn');
  if (notifications.length === 0) return malformed('not_a_bank_file');
  const lines: BankLine[] = [];
  let skipped = 0;
  for (const notification of notifications) {
    const account = accountDigits(accountAt(notification, 'Acct') ?? '');
    if (account === null) return malformed('no_account');
    for (const [index, entry] of elementsAt(notification, 'Ntry').entries()) {
      const read = readEntry(entry, account);
      if (typeof read === 'string') return malformed(read, index + 1);
      lines.push(...read);
      if (read.length === 0) skipped += 1;
      if (lines.length > MOST_LINES) return malformed('too_many', index + 1);
    }
  }
  return ok({ format: 'camt054', lines, skipped });
}

function readEntry(entry: XmlElement, account: string): BankLine[] | BankFileFault {
  if (!bringsMoney(entry)) return [];
  const receivedOn = dateAt(entry, 'BookgDt') ?? dateAt(entry, 'ValDt');
  const entryOre = amountAt(entry, 'Amt');
  if (receivedOn === null || entryOre === null) return 'bad_field';
  const details = elementsAt(entry, 'NtryDtls', 'TxDtls');
  const transactions = details.length === 0 ? [{}] : details;
  const single = transactions.length === 1;
  const own = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef');
  const lines: BankLine[] = [];
  for (const [index, transaction] of transactions.entries()) {
    const amountOre = amountAt(transaction, 'Amt') ?? amountAt(transaction, 'AmtDtls', 'TxAmt', 'Amt') ?? (single ? entryOre : null);
    const named = textAt(transaction, 'Refs', 'AcctSvcrRef') ?? textAt(transaction, 'Refs', 'TxId');
    const reference = named ?? (own && (single ? own : `${own}/${index + 1}`));
    if (amountOre === null || amountOre <= 0) return 'bad_field';
    if (!reference) return 'no_reference';
    lines.push(...linesOf(transaction, { account, reference, receivedOn, amountOre }));
  }
  return sumOre(lines.map(({ amountOre }) => amountOre)) === entryOre ? lines : 'sums_differ';
}

function bringsMoney(entry: XmlElement): boolean {
  const [amount] = elementsAt(entry, 'Amt');
  const status = textAt(entry, 'Sts') ?? textAt(entry, 'Sts', 'Cd');
  const inKroner = amount !== undefined && attributeOf(amount, 'Ccy') === 'NOK';
  return inKroner && status === 'BOOK' && textAt(entry, 'CdtDbtInd') === 'CRDT' && textAt(entry, 'RvslInd') !== 'true';
}

type Payment = Pick<BankLine, 'account' | 'reference' | 'receivedOn' | 'amountOre'>;

/** One payment may be for several invoices: a line for each, when it says how much each gets. */
function linesOf(transaction: XmlElement, payment: Payment): BankLine[] {
  const parts = elementsAt(transaction, 'RmtInf', 'Strd').flatMap((part) => {
    const kid = textAt(part, 'CdtrRefInf', 'Ref');
    return kid === null ? [] : [{ kid, amountOre: amountAt(part, 'RfrdDocAmt', 'RmtdAmt') }];
  });
  const payer = {
    payerName: textAt(transaction, 'RltdPties', 'Dbtr', 'Nm') ?? textAt(transaction, 'RltdPties', 'Dbtr', 'Pty', 'Nm'),
    payerAccount: accountAt(transaction, 'RltdPties', 'DbtrAcct'),
  };
  const free = elementsAt(transaction, 'RmtInf', 'Ustrd').flatMap((line) => textOf(line) ?? []);
  const message = free.join(' ') || null;
  const [only] = parts;
  if (parts.length <= 1) return [{ ...payment, ...payer, kid: only?.kid ?? null, message }];
  const amounts = parts.flatMap(({ amountOre }) => amountOre ?? []);
  if (amounts.length !== parts.length || sumOre(amounts) !== payment.amountOre) {
    return [{ ...payment, ...payer, kid: null, message: [...free, ...parts.map(({ kid }) => kid)].join(' ') }];
  }
  return parts.map(({ kid, amountOre }, index) => ({
    ...{ ...payment, ...payer, kid, message, amountOre: amountOre ?? 0 },
    reference: `${payment.reference}#${index + 1}`,
  }));
}

function accountAt(from: XmlElement, ...path: readonly string[]): string | null {
  return textAt(from, ...path, 'Id', 'IBAN') ?? textAt(from, ...path, 'Id', 'Othr', 'Id');
}

function dateAt(entry: XmlElement, name: string): LocalDate | null {
  const given = textAt(entry, name, 'Dt') ?? textAt(entry, name, 'DtTm');
  return given === null ? null : parseLocalDate(given.slice(0, 10));
}

/** `1234.5` in øre; null for what is no amount with at most two decimals that say something. */
function amountAt(from: XmlElement, ...path: readonly string[]): number | null {
  const parts = /^(\d{1,7})(?:\.(\d{1,2})0{0,3})?$/.exec(textAt(from, ...path) ?? '');
  return parts && Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

function malformed(fault: BankFileFault, at: number | null = null) {
  return refuse({ code: 'malformed_file', fault, at });
}
