import type { ScenarioStep } from './card-sale-scenario';

/** A card is reserved, captured, and invoiced afterwards, so that what is given back later goes through a credit note. */
export const reservedCardScenario: ScenarioStep[] = [
  {
    says: 'a session that only reserves is opened, and makes a customer for the invoice to come',
    call: 'POST /v1/checkout/sessions',
    params: {
      mode: 'payment',
      success_url: 'https://example.no/takk',
      customer_email: 'kor@example.no',
      customer_creation: 'always',
      payment_intent_data: { capture_method: 'manual' },
      line_items: [{ quantity: 1, price_data: { currency: 'nok', unit_amount: 50_000, product_data: { name: 'Storsalen' } } }],
    },
    answers: { object: 'checkout.session', status: 'open', payment_status: 'unpaid', customer_creation: 'always', invoice: null },
  },
  {
    says: 'a customer is made',
    call: 'POST /v1/customers',
    params: { email: 'kor@example.no', name: 'Koret' },
    saveAs: 'customer',
    answers: { object: 'customer' },
  },
  {
    says: 'a card is reserved',
    call: 'POST /v1/payment_intents',
    params: reservation(50_000),
    saveAs: 'intent',
    answers: { object: 'payment_intent', status: 'requires_capture', amount_capturable: 50_000, amount_received: 0 },
  },
  {
    says: 'more than was reserved is not taken',
    call: 'POST /v1/payment_intents/$intent.id/capture',
    params: { amount_to_capture: 50_001 },
    answers: { statusCode: 400, rawType: 'invalid_request_error' },
  },
  {
    says: 'what was reserved is taken',
    call: 'POST /v1/payment_intents/$intent.id/capture',
    idempotencyKey: '$run:capture',
    params: { amount_to_capture: 50_000 },
    answers: { status: 'succeeded', amount_received: 50_000, amount_capturable: 0 },
  },
  {
    says: 'the same capture under the same key takes nothing more',
    call: 'POST /v1/payment_intents/$intent.id/capture',
    idempotencyKey: '$run:capture',
    params: { amount_to_capture: 50_000 },
    answers: { status: 'succeeded', amount_received: 50_000 },
  },
  {
    says: 'a capture under another key is refused',
    call: 'POST /v1/payment_intents/$intent.id/capture',
    params: { amount_to_capture: 50_000 },
    answers: { statusCode: 400, code: 'payment_intent_unexpected_state' },
  },
  {
    says: 'an invoice is drafted for the customer',
    call: 'POST /v1/invoices',
    params: { customer: '$customer.id', auto_advance: false, pending_invoice_items_behavior: 'exclude' },
    saveAs: 'invoice',
    answers: { object: 'invoice', status: 'draft' },
  },
  {
    says: 'it gets its line',
    call: 'POST /v1/invoiceitems',
    params: { customer: '$customer.id', invoice: '$invoice.id', amount: 50_000, currency: 'nok', description: 'Storsalen' },
    answers: { object: 'invoiceitem', amount: 50_000 },
  },
  {
    says: 'it is finalised without trying to charge anybody',
    call: 'POST /v1/invoices/$invoice.id/finalize',
    params: { auto_advance: false },
    answers: { status: 'open', amount_remaining: 50_000 },
  },
  {
    says: 'the payment that was received settles it',
    call: 'POST /v1/invoices/$invoice.id/attach_payment',
    params: { payment_intent: '$intent.id' },
    answers: { status: 'paid', amount_paid: 50_000, amount_remaining: 0 },
  },
  {
    says: 'a credit note gives a part of it back to the card',
    call: 'POST /v1/credit_notes',
    params: { invoice: '$invoice.id', amount: 20_000, refund_amount: 20_000 },
    answers: { object: 'credit_note', total: 20_000, post_payment_amount: 20_000 },
  },
  {
    says: 'the refund belongs to the payment',
    call: 'GET /v1/refunds?payment_intent=$intent.id',
    answers: { object: 'list', data: [{ object: 'refund', amount: 20_000 }] },
  },
  {
    says: 'another card is reserved',
    call: 'POST /v1/payment_intents',
    params: reservation(30_000),
    saveAs: 'second',
    answers: { status: 'requires_capture' },
  },
  {
    says: 'the reservation is let go',
    call: 'POST /v1/payment_intents/$second.id/cancel',
    params: { cancellation_reason: 'requested_by_customer' },
    answers: { status: 'canceled', amount_capturable: 0, amount_received: 0 },
  },
  {
    says: 'what was let go cannot be taken',
    call: 'POST /v1/payment_intents/$second.id/capture',
    answers: { statusCode: 400, code: 'payment_intent_unexpected_state' },
  },
];

function reservation(amount: number): Record<string, unknown> {
  return {
    amount,
    currency: 'nok',
    customer: '$customer.id',
    capture_method: 'manual',
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  };
}
