/**
 * Payment references (KID): digits that a payer copies, the last of them a check digit, so that a payment names its invoice.
 * Length and modulus stand in the agreement with the bank, and the bank turns away what does not fit it. Source: Mastercard Payment
 * Services Norway, "KID": 4 to 25 digits; of MOD11 the check digit may be `-`.
 */
import { mod10CheckDigit, mod11CheckDigit } from '~/lib/check-digit';

export interface KidAgreement {
  /** Digits in all, with the check digit. */
  readonly length: number;
  readonly modulus: 'mod10' | 'mod11';
}

/** The customer's part stays the same on all its references, as AvtaleGiro asks. */
const CUSTOMER_DIGITS = 6;
const SERIAL_DIGITS = 8;
/** The check digit of MOD11 where no digit will do. */
const NO_DIGIT = '-';

export interface KidParts {
  readonly customerNumber: number;
  /** The running number of the invoice, not the one it is known by in law. */
  readonly serial: number;
  readonly agreement: KidAgreement | null;
}

/**
 * Customer (the last six digits of its number), invoice, check digit; zeros in front where the agreement asks for more. Null without
 * an agreement, and where the numbers do not fit into its length: a shortened reference could name another invoice.
 */
export function makeKid({ customerNumber, serial, agreement }: KidParts): string | null {
  if (agreement === null) return null;
  const serialDigits = Math.min(SERIAL_DIGITS, agreement.length - 1 - CUSTOMER_DIGITS);
  const invoice = String(serial).padStart(serialDigits, '0');
  if (serialDigits < 1 || invoice.length > serialDigits) return null;
  const customer = String(customerNumber).slice(-CUSTOMER_DIGITS).padStart(CUSTOMER_DIGITS, '0');
  return withCheckDigit((customer + invoice).padStart(agreement.length - 1, '0'), agreement.modulus);
}

/** Whether a text is a reference by the agreement: its length and its check digit. Says nothing of whether there is such an invoice. */
export function isKid(text: string, { length, modulus }: KidAgreement): boolean {
  return text.length === length && /^\d+[\d-]$/.test(text) && withCheckDigit(text.slice(0, -1), modulus) === text;
}

/** Digits with their check digit behind them. */
export function withCheckDigit(payload: string, modulus: KidAgreement['modulus']): string {
  const digit = modulus === 'mod10' ? mod10CheckDigit(payload) : mod11CheckDigit(payload);
  return payload + (digit > 9 ? NO_DIGIT : String(digit));
}
