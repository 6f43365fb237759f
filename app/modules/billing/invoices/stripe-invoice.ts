/**
 * What Stripe is told of an invoice. Only whole øre that we have computed go over: nets as items without a tax rate, and the VAT of each
 * rate as an item of its own. Stripe computes nothing, so its total cannot differ by an øre from ours, and its page shows the same VAT
 * as the invoice. (With Stripe's tax rates each line would be rounded by itself; the law and EN 16931 round once for each rate.)
 */
import { formatDay } from '~/lib/format-time';
import { formatAccount, formatShare } from '~/lib/format-number';
import { addDays, dayBounds, type LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { formatOrganisationNumber } from '../../organisations/register/organisation-number';
import type { BuyerSnapshot, SellerSnapshot } from './parties';
import { type Taxation, totalsOf, type VatGroup } from './vat-groups';

export interface StripeItem {
  /** Names the item among those of the invoice, in its metadata. */
  readonly position: string;
  readonly description: string;
  /** Øre; a line may be negative. */
  readonly amount: number;
}

export interface PlannedInvoice {
  readonly id: string;
  readonly kid: string | null;
  readonly locale: Locale;
  readonly seller: SellerSnapshot;
  readonly buyer: BuyerSnapshot;
  readonly dueOn: LocalDate;
  readonly deliveredFrom: LocalDate;
  readonly deliveredTo: LocalDate;
  readonly lines: readonly (Taxation & { readonly position: number; readonly description: string; readonly netOre: number })[];
}

/** More lines than this are summed up for Stripe: each is a call, and the whole list stands on the invoice itself. */
const MOST_LINES = 40;

const TEXTS = {
  nb: {
    vat: (rate: string) => `Merverdiavgift ${rate}`,
    many: (count: number, rate: string) => `${count} linjer${rate}, spesifisert på fakturaen`,
    taxed: (rate: string) => ` med ${rate} mva.`,
    exempt: ' uten mva.',
    kid: 'KID',
    account: 'Kontonummer',
    delivered: 'Levert',
    reference: 'Deres referanse',
    place: 'Leveringssted',
    markWith: 'Merk betalingen med fakturanummeret.',
    register: 'Foretaksregisteret',
  },
  en: {
    vat: (rate: string) => `VAT ${rate}`,
    many: (count: number, rate: string) => `${count} lines${rate}, listed on the invoice`,
    taxed: (rate: string) => ` with ${rate} VAT`,
    exempt: ' without VAT',
    kid: 'KID',
    account: 'Account number',
    delivered: 'Delivered',
    reference: 'Your reference',
    place: 'Place of delivery',
    markWith: 'Please state the invoice number with the payment.',
    register: 'Foretaksregisteret',
  },
} as const;

/** Stripe's limits: four fields, so long each. */
const FIELD_VALUE = 140;
const MOST_FIELDS = 4;
const ITEM_TEXT = 500;

/** The items in their order: lines, or one for each way of taxing where there are many; then the VAT of each rate. */
export function stripeItems({ lines, locale }: Pick<PlannedInvoice, 'lines' | 'locale'>): StripeItem[] {
  const { groups } = totalsOf(lines);
  const texts = TEXTS[locale];
  const sold =
    lines.length <= MOST_LINES
      ? lines.map(({ position, description, netOre }) => ({
          position: `line:${position}`,
          description: description.slice(0, ITEM_TEXT),
          amount: netOre,
        }))
      : groups.map((group) => ({
          position: `group:${group.vatCode}:${group.vatBp}`,
          description: texts.many(countOf(lines, group), group.vatBp > 0 ? texts.taxed(formatShare(group.vatBp, locale)) : texts.exempt),
          amount: group.netOre,
        }));
  const vat = groups
    .filter(({ vatOre }) => vatOre !== 0)
    .map(({ vatCode, vatBp, vatOre }) => ({
      position: `vat:${vatCode}:${vatBp}`,
      description: texts.vat(formatShare(vatBp, locale)),
      amount: vatOre,
    }));
  return [...sold, ...vat];
}

export interface StripeDraft {
  readonly collection_method: 'send_invoice';
  /** Seconds; the last of the due date in Oslo. */
  readonly due_date: number;
  readonly auto_advance: false;
  readonly pending_invoice_items_behavior: 'exclude';
  readonly description: string;
  readonly footer: string;
  readonly custom_fields: { name: string; value: string }[];
  readonly metadata: Record<string, string>;
}

/** The same for the same invoice, whenever it is asked: a key of Stripe's stands for one set of parameters. */
export function stripeDraft(invoice: PlannedInvoice): StripeDraft {
  const { id, kid, locale, seller, buyer, dueOn, deliveredFrom, deliveredTo, lines } = invoice;
  const texts = TEXTS[locale];
  const last = addDays(deliveredTo, -1);
  const year = { year: true };
  const fields = [
    kid === null ? null : { name: texts.kid, value: kid },
    { name: texts.account, value: formatAccount(seller.bankAccount) },
    { name: texts.delivered, value: `${formatDay(deliveredFrom, locale, year)} – ${formatDay(last, locale, year)}` },
    buyer.buyerReference === null ? null : { name: texts.reference, value: buyer.buyerReference },
  ].filter((field) => field !== null);
  return {
    collection_method: 'send_invoice',
    due_date: Math.floor(dayBounds(dueOn).end.getTime() / 1000) - 1,
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    description: kid === null ? texts.markWith : `${texts.kid} ${kid}`,
    footer: [
      sellerLine(seller, locale),
      `${texts.place}: ${seller.addressLine}, ${seller.postalCode} ${seller.city}`,
      ...reasonsOf(totalsOf(lines).groups),
    ].join('\n'),
    custom_fields: fields.slice(0, MOST_FIELDS).map(({ name, value }) => ({ name, value: value.slice(0, FIELD_VALUE) })),
    metadata: { invoice_id: id },
  };
}

/** Name, number with `MVA` for a registered seller only, and the word that foretaksregisterloven § 10-2 asks for. */
export function sellerLine(seller: SellerSnapshot, locale: Locale): string {
  const number = `${formatOrganisationNumber(seller.organisationNumber)}${seller.vatRegistered ? ' MVA' : ''}`;
  return [seller.name, number, seller.businessRegister ? TEXTS[locale].register : null].filter((part) => part !== null).join(', ');
}

function reasonsOf(groups: readonly VatGroup[]): string[] {
  return [...new Set(groups.flatMap(({ vatReason }) => vatReason ?? []))];
}

function countOf(lines: readonly Taxation[], { vatCode, vatBp }: VatGroup): number {
  return lines.filter((line) => line.vatCode === vatCode && line.vatBp === vatBp).length;
}
