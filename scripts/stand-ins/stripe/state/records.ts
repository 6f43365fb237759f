import type Stripe from 'stripe';

/*
 * What the stand-in keeps: Stripe's own objects as they travel over HTTP, checked against the SDK's types,
 * with references as ids and decimals as text. Amounts are integers in øre, times are seconds since 1970.
 */

type Reference<Value> = Extract<Value, string | null>;
/** `Type` with the expandable fields `Keys` reduced to ids. */
type WithIds<Type, Keys extends keyof Type> = Omit<Type, Keys> & { [Key in Keys]: Reference<Type[Key]> };

export type CustomerRecord = Stripe.Customer;
export type TaxRateRecord = Stripe.TaxRate;
export type BalanceTransactionRecord = WithIds<Stripe.BalanceTransaction, 'source'>;

export type CheckoutSessionRecord = Omit<
  WithIds<Stripe.Checkout.Session, 'customer' | 'invoice' | 'payment_intent' | 'subscription' | 'setup_intent' | 'payment_link'>,
  'line_items'
>;

export type CheckoutLineRecord = Omit<Stripe.LineItem, 'price'> & {
  price: Omit<Stripe.Price, 'unit_amount_decimal' | 'product'> & { unit_amount_decimal: string; product: string };
};

export type PaymentIntentRecord = WithIds<Stripe.PaymentIntent, 'customer' | 'latest_charge' | 'payment_method'>;
export type ChargeRecord = Omit<
  WithIds<Stripe.Charge, 'balance_transaction' | 'customer' | 'payment_intent' | 'failure_balance_transaction'>,
  'refunds'
>;
export type RefundRecord = Omit<
  WithIds<Stripe.Refund, 'balance_transaction' | 'charge' | 'customer' | 'payment_intent' | 'payment_method'>,
  'failure_balance_transaction'
> & { failure_balance_transaction?: string };

export type InvoiceRecord = Omit<WithIds<Stripe.Invoice, 'customer'>, 'lines' | 'payments'>;
type WirePricing = Omit<Stripe.InvoiceLineItem.Pricing, 'unit_amount_decimal'> & { unit_amount_decimal: string };
export type InvoiceLineRecord = Omit<Stripe.InvoiceLineItem, 'pricing' | 'quantity_decimal'> & {
  pricing: WirePricing;
  quantity: number;
  quantity_decimal: string;
};
export type InvoiceItemRecord = Omit<WithIds<Stripe.InvoiceItem, 'customer' | 'invoice'>, 'pricing' | 'quantity_decimal' | 'tax_rates'> & {
  pricing: WirePricing;
  quantity_decimal: string;
  tax_rates: TaxRateRecord[];
};
export type InvoicePaymentRecord = Omit<WithIds<Stripe.InvoicePayment, 'payment'>, 'invoice' | 'payment'> & {
  invoice: string;
  payment: { type: 'payment_intent'; payment_intent: string };
};

export type CreditNoteLineRecord = Omit<Stripe.CreditNoteLineItem, 'unit_amount_decimal'> & {
  unit_amount_decimal: string | null;
};
export type CreditNoteRecord = Omit<WithIds<Stripe.CreditNote, 'customer' | 'invoice'>, 'refunds' | 'lines'> & {
  refunds: (Omit<Stripe.CreditNote.Refund, 'refund'> & { refund: string })[];
};

export type EventRecord = Omit<Stripe.EventBase, 'type' | 'data' | 'object'> & {
  object: 'event';
  type: string;
  data: { object: Record<string, unknown> };
};
