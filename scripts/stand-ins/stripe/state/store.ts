import type { WebhookDelivery } from '../webhooks/webhook-delivery';
import type { IdempotencyRecord } from '../http/idempotency';
import type {
  BalanceTransactionRecord,
  ChargeRecord,
  CheckoutLineRecord,
  CheckoutSessionRecord,
  CreditNoteLineRecord,
  CreditNoteRecord,
  CustomerRecord,
  EventRecord,
  InvoiceItemRecord,
  InvoiceLineRecord,
  InvoicePaymentRecord,
  InvoiceRecord,
  PaymentIntentRecord,
  RefundRecord,
  TaxRateRecord,
} from './records';

/** Everything the stand-in remembers, by id in the order of creation; plain JSON, so that a restart can read it back. */
export interface Store {
  customers: Record<string, CustomerRecord>;
  taxRates: Record<string, TaxRateRecord>;
  checkoutSessions: Record<string, CheckoutSessionRecord>;
  /** By session id. */
  checkoutLines: Record<string, CheckoutLineRecord[]>;
  /** What a session asked for its coming PaymentIntent; the object itself is born with the first attempt to pay. */
  paymentIntentPlans: Record<string, PaymentIntentPlan>;
  paymentIntents: Record<string, PaymentIntentRecord>;
  charges: Record<string, ChargeRecord>;
  refunds: Record<string, RefundRecord>;
  balanceTransactions: Record<string, BalanceTransactionRecord>;
  invoices: Record<string, InvoiceRecord>;
  /** `days_until_due` by invoice id: the due date is fixed when the invoice is finalised. */
  daysUntilDue: Record<string, number>;
  invoiceItems: Record<string, InvoiceItemRecord>;
  /** By invoice id. */
  invoiceLines: Record<string, InvoiceLineRecord[]>;
  invoicePayments: Record<string, InvoicePaymentRecord>;
  creditNotes: Record<string, CreditNoteRecord>;
  /** By credit note id. */
  creditNoteLines: Record<string, CreditNoteLineRecord[]>;
  events: Record<string, EventRecord>;
  deliveries: WebhookDelivery[];
  idempotency: Record<string, IdempotencyRecord>;
  lastInvoiceNumber: number;
  clockOffsetSeconds: number;
}

export interface PaymentIntentPlan {
  captureMethod: 'automatic' | 'manual';
  description: string | null;
  metadata: Record<string, string>;
}

export function emptyStore(): Store {
  return {
    customers: {},
    taxRates: {},
    checkoutSessions: {},
    checkoutLines: {},
    paymentIntentPlans: {},
    paymentIntents: {},
    charges: {},
    refunds: {},
    balanceTransactions: {},
    invoices: {},
    daysUntilDue: {},
    invoiceItems: {},
    invoiceLines: {},
    invoicePayments: {},
    creditNotes: {},
    creditNoteLines: {},
    events: {},
    deliveries: [],
    idempotency: {},
    lastInvoiceNumber: 0,
    clockOffsetSeconds: 0,
  };
}
