/**
 * What we ask Stripe for when somebody pays a booking by card. The parameters are frozen in our database before they are sent and are
 * sent unchanged on every retry: a changed parameter under the same idempotency key would be refused.
 */
import { addMinutes } from '~/lib/interval';
import type { Locale } from '~/lib/locale';

/** Stripe's shortest life of a session is 30 minutes; the rest is the time a first attempt may take to reach Stripe. */
export const SESSION_MINUTES = 32;
/** A hold outlives its session, so that a payment at the last second still finds the room. */
export const HOLD_MINUTES = 35;

/** One line to pay: gross øre, VAT included, support already taken off. */
export interface SoldLine {
  readonly position: number;
  readonly label: string;
  readonly grossOre: number;
  readonly vatBp: number;
  /** Positions of the quote lines it is the price of; none when it is a share or a difference. */
  readonly covers: readonly number[];
}

export interface SellerOnReceipt {
  readonly name: string;
  readonly organisationNumber: string;
  readonly vatRegistered: boolean;
  /** Address and registers as they must stand on the receipt. */
  readonly footer: string;
}

export interface CheckoutRequest {
  readonly checkoutId: string;
  readonly bookingId: string;
  /** What of the booking is paid; `booking` is all of it. */
  readonly subject: string;
  readonly attempt: number;
  readonly reference: string;
  readonly locale: Locale;
  /** The card is reserved, to be captured or let go later. */
  readonly reserves: boolean;
  /** Null: Stripe asks whoever pays. */
  readonly email: string | null;
  /** Where Stripe sends whoever pays, when it is not the booking's page; `SUBJECT_TOKEN` stands for the token of a secret address. */
  readonly returnPath?: string;
  /** Room and time as they stand on the receipt. */
  readonly place: string;
  readonly period: string;
  readonly lines: readonly SoldLine[];
  readonly seller: SellerOnReceipt;
  readonly publicUrl: string;
  readonly expiresAt: Date;
}

type Metadata = { readonly booking_id: string; readonly checkout_id: string; readonly attempt: string };

/** Stripe's parameters, but for tax rates: `vat:2500` stands for the rate of 25 %, which has its Stripe id by the time of sending. */
export type CheckoutParams = {
  readonly mode: 'payment';
  readonly currency: 'nok';
  readonly locale: Locale;
  readonly client_reference_id: string;
  readonly customer_email?: string;
  /** The customer that the invoice is made for after a capture. */
  readonly customer_creation?: 'always';
  readonly expires_at: number;
  readonly success_url: string;
  readonly cancel_url: string;
  readonly metadata: Metadata;
  readonly line_items: readonly {
    readonly quantity: number;
    readonly price_data: {
      readonly currency: 'nok';
      readonly unit_amount: number;
      readonly tax_behavior: 'inclusive';
      readonly product_data: { readonly name: string };
    };
    readonly tax_rates?: readonly string[];
  }[];
  readonly payment_intent_data: { readonly description: string; readonly metadata: Metadata; readonly capture_method?: 'manual' };
  /** What stands on the receipt. Stripe makes none of a card that is only reserved: then it is kept for the invoice after the capture. */
  readonly invoice_creation: {
    readonly enabled: true;
    readonly invoice_data: {
      readonly description: string;
      readonly footer: string;
      readonly custom_fields: readonly { readonly name: string; readonly value: string }[];
      readonly metadata: Metadata;
      readonly rendering_options: { readonly amount_tax_display: 'include_inclusive_tax' };
    };
  };
};

const FIELD_NAMES = {
  nb: { organisation: 'Org.nr.', place: 'Sted', period: 'Tid', reference: 'Bestilling' },
  en: { organisation: 'Org. no.', place: 'Place', period: 'Time', reference: 'Booking' },
} as const;

/** Longest value of a field on Stripe's invoice. */
const FIELD_VALUE = 140;

export function sessionExpiry(now: Date): Date {
  return addMinutes(now, SESSION_MINUTES);
}

export function holdExpiry(now: Date): Date {
  return addMinutes(now, HOLD_MINUTES);
}

export function checkoutParams(request: CheckoutRequest): CheckoutParams {
  const { bookingId, checkoutId, attempt, locale, seller, reference } = request;
  const metadata: Metadata = { booking_id: bookingId, checkout_id: checkoutId, attempt: String(attempt) };
  const page = `${request.publicUrl}${request.returnPath ?? `/bestilling/${bookingId}`}`;
  const names = FIELD_NAMES[locale];
  const organisation = `${seller.organisationNumber}${seller.vatRegistered ? ' MVA' : ''}`;
  return {
    mode: 'payment',
    currency: 'nok',
    locale,
    client_reference_id: bookingId,
    ...(request.email !== null && { customer_email: request.email }),
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    success_url: page,
    cancel_url: page,
    metadata,
    line_items: request.lines.filter((line) => line.grossOre > 0).map(lineItem),
    ...(request.reserves && { customer_creation: 'always' as const }),
    payment_intent_data: {
      description: `${seller.name} ${reference}`,
      metadata,
      ...(request.reserves && { capture_method: 'manual' as const }),
    },
    invoice_creation: {
      enabled: true,
      invoice_data: {
        description: reference,
        footer: seller.footer,
        custom_fields: [
          { name: names.organisation, value: organisation },
          { name: names.place, value: request.place },
          { name: names.period, value: request.period },
          { name: names.reference, value: reference },
        ].map(({ name, value }) => ({ name, value: value.slice(0, FIELD_VALUE) })),
        metadata,
        rendering_options: { amount_tax_display: 'include_inclusive_tax' },
      },
    },
  };
}

function lineItem({ label, grossOre, vatBp }: SoldLine): CheckoutParams['line_items'][number] {
  return {
    quantity: 1,
    price_data: { currency: 'nok', unit_amount: grossOre, tax_behavior: 'inclusive', product_data: { name: label } },
    ...(vatBp > 0 && { tax_rates: [taxRatePlaceholder(vatBp)] }),
  };
}

/** The same parameters for another attempt, with its own number and deadline. */
export function nextAttemptParams(
  previous: CheckoutParams,
  next: { checkoutId: string; attempt: number; expiresAt: Date },
): CheckoutParams {
  const metadata = { ...previous.metadata, checkout_id: next.checkoutId, attempt: String(next.attempt) };
  const { invoice_data: invoiceData } = previous.invoice_creation;
  return {
    ...previous,
    expires_at: Math.floor(next.expiresAt.getTime() / 1000),
    metadata,
    payment_intent_data: { ...previous.payment_intent_data, metadata },
    invoice_creation: { enabled: true, invoice_data: { ...invoiceData, metadata } },
  };
}

/** Stands for the token of a secret address until the parameters are sent: whoever reads the database does not learn it. */
export const SUBJECT_TOKEN = '{token}';

/** The parameters as Stripe takes them; `token` is that of the subject's own address. */
export function sentParams(params: CheckoutParams, token: string): Omit<CheckoutParams, 'invoice_creation'> & Partial<CheckoutParams> {
  const { invoice_creation: receipt, ...frozen } = params;
  const { success_url: success, cancel_url: cancel } = frozen;
  const sale = { ...frozen, success_url: success.replace(SUBJECT_TOKEN, token), cancel_url: cancel.replace(SUBJECT_TOKEN, token) };
  return params.payment_intent_data.capture_method === 'manual' ? sale : { ...sale, invoice_creation: receipt };
}

export function taxRatePlaceholder(vatBp: number): string {
  return `vat:${vatBp}`;
}

/** The rates (basis points) that must have an id at Stripe before the parameters can be sent. */
export function vatRatesIn(params: CheckoutParams): number[] {
  const placeholders = params.line_items.flatMap((item) => item.tax_rates ?? []);
  return [...new Set(placeholders)].map((placeholder) => Number(placeholder.slice('vat:'.length)));
}

export function withTaxRateIds(params: CheckoutParams, idOf: ReadonlyMap<number, string>): CheckoutParams {
  const resolve = (placeholder: string): string => {
    const id = idOf.get(Number(placeholder.slice('vat:'.length)));
    if (id === undefined) throw new Error(`No tax rate for ${placeholder}`);
    return id;
  };
  return {
    ...params,
    line_items: params.line_items.map((item) => (item.tax_rates ? { ...item, tax_rates: item.tax_rates.map(resolve) } : item)),
  };
}
