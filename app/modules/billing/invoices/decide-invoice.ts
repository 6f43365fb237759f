/**
 * What an organisation's invoice says. Content by bokføringsforskriften § 5-1-1: parties, nature, extent, time and place of delivery,
 * consideration, due date, VAT by rate, and why there is none where there is none.
 */
import { formatDay } from '~/lib/format-time';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import type { Seller } from '../../organisations/seller/seller.schema';
import { type BillableCharge, type BillableSum, CREDIT_SUFFIX, type Customer, type VatCodeFacts } from './billable';
import { type BuyerSnapshot, type SellerSnapshot, sellerSnapshot } from './parties';
import { type Taxation, totalsOf, type Totals } from './vat-groups';

export interface DraftLine extends Taxation {
  readonly position: number;
  readonly chargeId: string;
  readonly description: string;
  /** Half-open. */
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly netOre: number;
}

export interface InvoiceDraft extends Totals {
  readonly buyer: BuyerSnapshot;
  readonly seller: SellerSnapshot;
  readonly locale: Locale;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Over all lines, half-open. */
  readonly deliveredFrom: LocalDate;
  readonly deliveredTo: LocalDate;
  readonly lines: readonly DraftLine[];
}

export interface InvoiceQuestion {
  readonly customer: Customer;
  /** Of the customer, without those that were taken back whole. */
  readonly charges: readonly BillableCharge[];
  readonly seller: Seller;
  readonly vatCodes: readonly VatCodeFacts[];
  readonly issuedOn: LocalDate;
}

export type InvoiceRefusal =
  /** Nothing to pay, or a credit: it waits for the next invoice. */
  | { code: 'carried_forward'; grossOre: number }
  /** The law wants the buyer's address or organisation number (§ 5-1-2). */
  | { code: 'no_address' }
  /** An invoice that nobody gets has not been given. */
  | { code: 'no_mail' }
  /** The seller is not registered and may not print VAT, but something was charged with it. */
  | { code: 'vat_not_allowed' };

/** The invoice as it would be issued, or why it may not be. */
export function decideInvoice(question: InvoiceQuestion): Result<InvoiceDraft, InvoiceRefusal> {
  const { customer, charges, seller, vatCodes, issuedOn } = question;
  const { locale } = customer;
  const sorted = charges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.sourceKey < b.sourceKey ? -1 : 1));
  const lines = sorted.map((charge, index): DraftLine => ({
    position: index + 1,
    chargeId: charge.id,
    description: describe(charge, locale),
    ...{ periodFrom: charge.from, periodTo: charge.to, netOre: charge.netOre },
    ...taxationOf(charge, { seller, vatCodes, locale }),
  }));
  const totals = totalsOf(lines);
  const stop = refusalOf(customer, { seller, ...totals });
  const [first, ...rest] = lines;
  if (!first || (stop && stop.code === 'carried_forward')) return refuse({ code: 'carried_forward', grossOre: totals.grossOre });
  if (stop) return refuse(stop);
  const { name, customerNumber, organisationNumber, addressLine, postalCode, city, buyerReference, emails } = customer;
  return ok({
    ...totals,
    ...{ lines, locale, issuedOn, dueOn: addDays(issuedOn, customer.paymentDays) },
    buyer: { name, customerNumber, organisationNumber, addressLine, postalCode, city, buyerReference, emails },
    seller: sellerSnapshot(seller),
    deliveredFrom: rest.reduce((least, { periodFrom }) => (periodFrom < least ? periodFrom : least), first.periodFrom),
    deliveredTo: rest.reduce((most, { periodTo }) => (periodTo > most ? periodTo : most), first.periodTo),
  });
}

/** The same answer from sums alone, for a list of many: what it would come to, and what stops it. */
export function decideSums(
  customer: Customer,
  sums: readonly BillableSum[],
  seller: Seller,
): { readonly netOre: number; readonly vatOre: number; readonly grossOre: number; readonly stop: InvoiceRefusal | null } {
  const { netOre, vatOre, grossOre } = totalsOf(sums.map((sum) => ({ ...sum, vatCategory: '', vatReason: null })));
  return { netOre, vatOre, grossOre, stop: refusalOf(customer, { seller, vatOre, grossOre, groups: sums }) };
}

type Judged = { readonly seller: Seller; readonly grossOre: number; readonly groups: readonly { readonly vatBp: number }[] };

function refusalOf(customer: Customer, { seller, grossOre, groups }: Judged & { vatOre: number }): InvoiceRefusal | null {
  if (grossOre <= 0) return { code: 'carried_forward', grossOre };
  if (!seller.vatRegistered && groups.some(({ vatBp }) => vatBp > 0)) return { code: 'vat_not_allowed' };
  const addressed = customer.addressLine !== null && customer.postalCode !== null && customer.city !== null;
  if (!addressed && customer.organisationNumber === null) return { code: 'no_address' };
  return customer.emails.length === 0 ? { code: 'no_mail' } : null;
}

const TAKEN_BACK = { nb: 'Tilbakeført: ', en: 'Taken back: ' } as const;

function describe({ descriptionNb, descriptionEn, sourceKey, ofBooking, from }: BillableCharge, locale: Locale): string {
  const text = `${sourceKey.endsWith(CREDIT_SUFFIX) ? TAKEN_BACK[locale] : ''}${locale === 'nb' ? descriptionNb : descriptionEn}`;
  return ofBooking ? `${text}, ${formatDay(from, locale, { year: true })}` : text;
}

type Printed = Pick<InvoiceQuestion, 'seller' | 'vatCodes'> & { readonly locale: Locale };

/**
 * A seller outside the register prints no VAT at all, category O. A registered one may not use O: what lies outside the Act is printed
 * as exempt, with its reason.
 */
function taxationOf({ vatCode, vatBp }: BillableCharge, { seller, vatCodes, locale }: Printed): Taxation {
  if (!seller.vatRegistered) return { vatCode, vatBp, vatCategory: 'O', vatReason: null };
  const facts = vatCodes.find(({ code }) => code === vatCode);
  if (!facts) throw new Error(`There is no VAT code ${vatCode}`);
  const vatCategory = facts.peppol === 'O' ? 'E' : facts.peppol;
  return { vatCode, vatBp, vatCategory, vatReason: locale === 'nb' ? facts.reasonNb : facts.reasonEn };
}
