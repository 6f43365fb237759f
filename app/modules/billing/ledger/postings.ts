/**
 * What each event is in the books: pure, by purpose and not by account number. Øre, debit positive and credit negative; every voucher
 * adds up to 0. VAT is computed once for each (code, rate) of a document (EN 16931 BR-CO-17) and belongs to the day of the document.
 */
import type { LocalDate } from '~/lib/local-time';
import { negateOre, netInGross, subtractOre, sumOre } from '~/lib/money';
import type { AccountPurpose } from './chart';

export type VoucherKind =
  | 'invoice'
  | 'credit_note'
  | 'payment'
  | 'payment_moved'
  | 'payment_returned'
  | 'card_sale'
  | 'card_refund'
  | 'payout'
  | 'deposit'
  | 'claim_costs'
  | 'loss';

export interface Posting {
  readonly purpose: AccountPurpose;
  readonly amountOre: number;
  readonly text: string;
  /** Whose sub-ledger it stands in; of receivables only. */
  readonly organisationId?: string;
  readonly vat?: VatMark;
}

interface VatMark {
  readonly code: string;
  readonly bp: number;
  /** Whether it is what VAT is computed on, or the VAT. */
  readonly part: 'base' | 'tax';
}

export interface Voucher {
  /** Names the event, so that it is booked once. */
  readonly key: string;
  readonly kind: VoucherKind;
  readonly on: LocalDate;
  readonly text: string;
  readonly organisationId: string | null;
  readonly invoiceId: string | null;
  readonly postings: readonly Posting[];
}

export type ChargeKind = 'booking' | 'rent' | 'deposit' | 'fee' | 'adjustment';

/** A line of an invoice or credit note, net øre. */
export interface DocumentLine {
  readonly kind: ChargeKind;
  readonly text: string;
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
}

/** VAT of a document for a (code, rate), øre. */
export interface DocumentVat {
  readonly vatCode: string;
  readonly vatBp: number;
  readonly vatOre: number;
}

interface IssuedDocument {
  readonly organisationId: string;
  readonly invoiceId: string;
  readonly number: string;
  readonly on: LocalDate;
  readonly lines: readonly DocumentLine[];
  /** As it stands on the document: the last credit note of an invoice takes what is left of it, to the øre. */
  readonly vat: readonly DocumentVat[];
}

/** The customer owes the gross; each line is a sale by its kind and VAT code. A deposit is no sale: it is owed back. */
export function invoiceIssued(invoice: IssuedDocument): Voucher {
  const { organisationId, invoiceId, number, on } = invoice;
  const text = `Faktura ${number}`;
  const head = { key: `invoice:${invoiceId}`, kind: 'invoice' as const, on, text, organisationId, invoiceId };
  return onReceivable(head, organisationId, salePostings(invoice));
}

/** The mirror of an invoice; its lines and VAT are what is taken back, positive. */
export function creditNoteIssued(note: IssuedDocument & { readonly creditNoteId: string }): Voucher {
  const { creditNoteId, organisationId, invoiceId, number, on } = note;
  const text = `Kreditnota ${number}`;
  const head = { key: `credit_note:${creditNoteId}`, kind: 'credit_note' as const, on, text, organisationId, invoiceId };
  return onReceivable(head, organisationId, salePostings(note).map(mirrored));
}

/** How money came or goes. What is noted by hand has gone through the bank. */
export type MoneyWay = 'card' | 'bank' | 'other';

export interface PaymentFacts {
  readonly paymentId: string;
  readonly on: LocalDate;
  readonly amountOre: number;
  readonly way: MoneyWay;
  /** Null: nobody knows yet whose it is. */
  readonly organisationId: string | null;
  readonly text: string;
}

/** Money came: it lessens what its payer owes, also beyond nothing, or waits until somebody knows whose it is. */
export function paymentReceived({ paymentId, on, amountOre, way, organisationId, text }: PaymentFacts): Voucher {
  const head = { key: `payment:${paymentId}`, kind: 'payment' as const, on, text, organisationId, invoiceId: null };
  return voucher(head, [{ purpose: moneyPurpose(way), amountOre, text }, payerPosting(organisationId, negateOre(amountOre), text)]);
}

export interface PaymentMove {
  readonly paymentId: string;
  /** How often it was moved before. */
  readonly times: number;
  readonly on: LocalDate;
  readonly amountOre: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** A payment got another payer, the first one that is known, or none again. */
export function paymentMoved({ paymentId, times, on, amountOre, from, to }: PaymentMove): Voucher {
  const text = to === null ? 'Innbetaling tatt ut av reskontro' : 'Innbetaling plassert';
  const head = { key: `payment:${paymentId}:moved:${times + 1}`, kind: 'payment_moved' as const, on, text, organisationId: to ?? from };
  return voucher({ ...head, invoiceId: null }, [payerPosting(from, amountOre, text), payerPosting(to, negateOre(amountOre), text)]);
}

/** Money of a payer went back. */
export function paymentReturned(returnId: string, { on, amountOre, way, organisationId, text }: Omit<PaymentFacts, 'paymentId'>): Voucher {
  const head = { key: `return:${returnId}`, kind: 'payment_returned' as const, on, text, organisationId, invoiceId: null };
  return voucher(head, [
    payerPosting(organisationId, amountOre, text),
    { purpose: moneyPurpose(way), amountOre: negateOre(amountOre), text },
  ]);
}

/** What was sold at a rate, gross øre. */
export interface SoldGroup {
  readonly vatCode: string;
  readonly vatBp: number;
  readonly grossOre: number;
}

export interface CardSale {
  readonly paymentId: string;
  readonly on: LocalDate;
  readonly reference: string;
  readonly sold: readonly SoldGroup[];
  /** What was paid beyond what was sold, or less: somebody must look at it. */
  readonly unexplainedOre: number;
}

/** A booking paid at once: sold and paid on one day. */
export function cardSale({ paymentId, on, reference, sold, unexplainedOre }: CardSale): Voucher {
  const text = `Kortsalg ${reference}`;
  const sales = sold.flatMap((group) => soldPostings(group, split(group.grossOre, group.vatBp), text));
  const unexplained = unexplainedOre === 0 ? [] : [payerPosting(null, negateOre(unexplainedOre), text)];
  return onCard({ key: `card_sale:${paymentId}`, kind: 'card_sale', on, text, organisationId: null, invoiceId: null }, [
    ...sales,
    ...unexplained,
  ]);
}

export interface CardRefund {
  /** Of the attempt that Stripe has taken: another one is booked anew. */
  readonly key: string;
  readonly on: LocalDate;
  readonly reference: string;
  /** What goes back now, and what of the same payment had gone back before, for each rate. */
  readonly groups: readonly (SoldGroup & { readonly beforeOre: number })[];
  readonly way: MoneyWay;
}

/**
 * Takes back of a card sale what goes back. VAT is that of all given back so far, less that of what was given back before: so when all
 * has gone back, nothing of the VAT is left.
 */
export function cardRefund({ key, on, reference, groups, way }: CardRefund): Voucher {
  const text = `Tilbakebetaling ${reference}`;
  const back = groups.flatMap((group) => {
    const before = split(group.beforeOre, group.vatBp);
    const after = split(sumOre([group.beforeOre, group.grossOre]), group.vatBp);
    const parts = { netOre: subtractOre(after.netOre, before.netOre), vatOre: subtractOre(after.vatOre, before.vatOre) };
    return soldPostings(group, parts, text).map(mirrored);
  });
  const money = { purpose: moneyPurpose(way), amountOre: negateOre(sumOre(back.map(({ amountOre }) => amountOre))), text };
  return voucher({ key, kind: 'card_refund', on, text, organisationId: null, invoiceId: null }, [money, ...back]);
}

function salePostings({ lines, vat }: Pick<IssuedDocument, 'lines' | 'vat'>): Posting[] {
  const bases = lines.map(({ kind, netOre, text, vatCode, vatBp }) => ({
    ...{ purpose: kind, amountOre: negateOre(netOre), text, vat: { code: vatCode, bp: vatBp, part: 'base' as const } },
  }));
  return [...bases, ...vat.flatMap(({ vatCode, vatBp, vatOre }) => taxPosting(vatCode, vatBp, vatOre))];
}

function soldPostings({ vatCode, vatBp }: SoldGroup, { netOre, vatOre }: { netOre: number; vatOre: number }, text: string): Posting[] {
  const base = {
    purpose: 'booking' as const,
    amountOre: negateOre(netOre),
    text,
    vat: { code: vatCode, bp: vatBp, part: 'base' as const },
  };
  return [base, ...taxPosting(vatCode, vatBp, vatOre)];
}

function taxPosting(code: string, bp: number, vatOre: number): Posting[] {
  if (vatOre === 0) return [];
  return [{ purpose: 'output_vat', amountOre: negateOre(vatOre), text: `Utgående mva. ${bp / 100} %`, vat: { code, bp, part: 'tax' } }];
}

function split(grossOre: number, vatBp: number): { netOre: number; vatOre: number } {
  const netOre = netInGross(grossOre, vatBp);
  return { netOre, vatOre: subtractOre(grossOre, netOre) };
}

function onReceivable(head: Omit<Voucher, 'postings'>, organisationId: string, postings: readonly Posting[]): Voucher {
  const owedOre = negateOre(sumOre(postings.map(({ amountOre }) => amountOre)));
  return voucher(head, [{ purpose: 'receivable', amountOre: owedOre, text: head.text, organisationId }, ...postings]);
}

function onCard(head: Omit<Voucher, 'postings'>, postings: readonly Posting[]): Voucher {
  const takenOre = negateOre(sumOre(postings.map(({ amountOre }) => amountOre)));
  return voucher(head, [{ purpose: 'card', amountOre: takenOre, text: head.text }, ...postings]);
}

function payerPosting(organisationId: string | null, amountOre: number, text: string): Posting {
  return organisationId === null ? { purpose: 'unplaced', amountOre, text } : { purpose: 'receivable', amountOre, text, organisationId };
}

function moneyPurpose(way: MoneyWay): 'card' | 'bank' {
  return way === 'card' ? 'card' : 'bank';
}

function mirrored(posting: Posting): Posting {
  return { ...posting, amountOre: negateOre(posting.amountOre) };
}

/** Nothing is not booked. */
function voucher(head: Omit<Voucher, 'postings'>, postings: readonly Posting[]): Voucher {
  return { ...head, postings: postings.filter(({ amountOre }) => amountOre !== 0) };
}
