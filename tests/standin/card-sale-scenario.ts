/** One call of a scenario. Texts such as `$session.id` are filled in from answers saved before; `$inHalfAnHour` from the clock. */
export interface ScenarioStep {
  says: string;
  call: `${'GET' | 'POST'} /v1/${string}`;
  params?: Record<string, unknown>;
  idempotencyKey?: string;
  /** Keeps the answer under this name. */
  saveAs?: string;
  /** What the answer must contain; for a refusal, its HTTP status and error fields. */
  answers: Record<string, unknown>;
}

/** Only calls and answers that hold at Stripe as well: nothing here presses a button on the pay page. */
export const cardSaleScenario: ScenarioStep[] = [
  {
    says: 'a tax rate is made',
    call: 'POST /v1/tax_rates',
    params: { display_name: 'MVA', percentage: 25, inclusive: true, country: 'NO', tax_type: 'vat' },
    saveAs: 'vat',
    answers: { object: 'tax_rate', active: true, inclusive: true, percentage: 25 },
  },
  {
    says: 'a customer is made',
    call: 'POST /v1/customers',
    params: { email: 'kor@example.no', name: 'Koret', metadata: { organisationId: 'org_1' } },
    saveAs: 'customer',
    answers: { object: 'customer', email: 'kor@example.no', metadata: { organisationId: 'org_1' }, livemode: false },
  },
  {
    says: 'a session is opened',
    call: 'POST /v1/checkout/sessions',
    idempotencyKey: '$run:session',
    params: sessionParams('booking_1'),
    saveAs: 'session',
    answers: {
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 50_000,
      total_details: { amount_tax: 10_000 },
      client_reference_id: 'booking_1',
      payment_intent: null,
      invoice: null,
    },
  },
  {
    says: 'the same request under the same key gives the same session',
    call: 'POST /v1/checkout/sessions',
    idempotencyKey: '$run:session',
    params: sessionParams('booking_1'),
    answers: { id: '$session.id' },
  },
  {
    says: 'another request under the same key is refused',
    call: 'POST /v1/checkout/sessions',
    idempotencyKey: '$run:session',
    params: sessionParams('booking_2'),
    answers: { statusCode: 400, rawType: 'idempotency_error' },
  },
  {
    says: 'the lines are listed',
    call: 'GET /v1/checkout/sessions/$session.id/line_items',
    answers: { object: 'list', has_more: false, data: [{ object: 'item', quantity: 2, amount_total: 50_000, amount_tax: 10_000 }] },
  },
  {
    says: 'a removed parameter is refused',
    call: 'POST /v1/checkout/sessions',
    params: { ...sessionParams('booking_3'), payment_method_typos: ['card'] },
    answers: { statusCode: 400, rawType: 'invalid_request_error', code: 'parameter_unknown' },
  },
  {
    says: 'the session is ended',
    call: 'POST /v1/checkout/sessions/$session.id/expire',
    answers: { id: '$session.id', status: 'expired', url: null },
  },
  {
    says: 'a session can be ended only once',
    call: 'POST /v1/checkout/sessions/$session.id/expire',
    answers: { statusCode: 400, rawType: 'invalid_request_error' },
  },
  {
    says: 'an invoice is drafted',
    call: 'POST /v1/invoices',
    params: { customer: '$customer.id', collection_method: 'send_invoice', days_until_due: 14 },
    saveAs: 'invoice',
    answers: { object: 'invoice', status: 'draft', number: null, hosted_invoice_url: null },
  },
  {
    says: 'the invoice gets a line',
    call: 'POST /v1/invoiceitems',
    params: { customer: '$customer.id', invoice: '$invoice.id', amount: 100_000, currency: 'nok', tax_rates: ['$vat.id'] },
    answers: { object: 'invoiceitem', amount: 100_000, invoice: '$invoice.id' },
  },
  {
    says: 'the invoice is finalised',
    call: 'POST /v1/invoices/$invoice.id/finalize',
    answers: { status: 'open', total: 100_000, total_excluding_tax: 80_000, amount_remaining: 100_000 },
  },
  {
    says: 'a credit note lowers what remains',
    call: 'POST /v1/credit_notes',
    params: { invoice: '$invoice.id', amount: 40_000 },
    answers: { object: 'credit_note', total: 40_000, pre_payment_amount: 40_000, post_payment_amount: 0, refunds: [] },
  },
  {
    says: 'the rest is paid by bank',
    call: 'POST /v1/invoices/$invoice.id/pay',
    params: { paid_out_of_band: true },
    answers: { status: 'paid', amount_remaining: 0 },
  },
  {
    says: 'what does not exist is missing',
    call: 'GET /v1/payment_intents/pi_missing',
    answers: { statusCode: 404, code: 'resource_missing' },
  },
];

function sessionParams(booking: string): Record<string, unknown> {
  return {
    mode: 'payment',
    success_url: 'https://example.no/takk?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://example.no/avbrutt',
    customer: '$customer.id',
    client_reference_id: booking,
    expires_at: '$inHalfAnHour',
    invoice_creation: { enabled: true },
    line_items: [
      {
        quantity: 2,
        price_data: { currency: 'nok', unit_amount: 25_000, product_data: { name: 'Øvingsrom 1' } },
        tax_rates: ['$vat.id'],
      },
    ],
  };
}
