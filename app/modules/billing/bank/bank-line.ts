/** Money that a bank says has come in, as both kinds of file tell of it. */
import type { LocalDate } from '~/lib/local-time';

export interface BankLine {
  /** The account it came to: eleven digits. */
  readonly account: string;
  /** The bank's own name for this payment; no other on the account has it. */
  readonly reference: string;
  readonly receivedOn: LocalDate;
  /** Positive. */
  readonly amountOre: number;
  /** As the payer wrote it, if it was written as one. */
  readonly kid: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly message: string | null;
}

export type BankFormat = 'camt054' | 'ocr';

export interface BankFileContent {
  readonly format: BankFormat;
  readonly lines: readonly BankLine[];
  /** Entries that bring no money: paid out, taken back, not booked yet, or in another currency. */
  readonly skipped: number;
}

export type BankFileFault =
  | 'not_a_bank_file'
  /** It has entities or a document type of its own, which no bank sends. */
  | 'unsafe_xml'
  | 'malformed_xml'
  /** A line of the OCR file is not 80 characters long. */
  | 'wrong_length'
  /** A field does not hold what it should: no number, no date. */
  | 'bad_field'
  | 'no_account'
  | 'no_reference'
  /** Number or sum is not what the file itself says. */
  | 'sums_differ'
  | 'cut_off'
  | 'too_many';

/** A year's worth of a large house; more is no daily file. */
export const MOST_LINES = 5_000;

export type BankFileRefusal = {
  readonly code: 'malformed_file';
  readonly fault: BankFileFault;
  /** Where: the line of the file, or the number of the entry, from 1. */
  readonly at: number | null;
};

/** The eleven digits of a Norwegian account, given as such or inside its IBAN; null for any other. */
export function accountDigits(text: string): string | null {
  const compact = text.replaceAll(/[\s.]/g, '').toUpperCase();
  return /^(?:NO\d{2})?(\d{11})$/.exec(compact)?.[1] ?? null;
}
