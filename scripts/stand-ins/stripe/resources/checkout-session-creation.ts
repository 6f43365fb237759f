import { ApiError, invalidParameter } from '../http/api-error';
import { newId } from '../state/ids';
import type { CheckoutSessionRecord } from '../state/records';
import { findReferenced, type SimulatedAccount } from '../state/simulated-account';
import { buildCheckoutLines } from './checkout-lines';
import type { CreateSessionParameters } from './checkout-session-parameters';
import { mergeMetadata } from './metadata';
import { sum } from './tax-arithmetic';

const SHORTEST_LIFE_SECONDS = 30 * 60;
const LONGEST_LIFE_SECONDS = 24 * 60 * 60;

export function createCheckoutSession(account: SimulatedAccount, parameters: CreateSessionParameters): CheckoutSessionRecord {
  checkCombinations(parameters);
  const customer =
    parameters.customer === undefined ? null : findReferenced(account.store.customers, 'customer', parameters.customer, 'customer');
  const expiresAt = expiryOf(account.now(), parameters.expires_at);
  const lines = buildCheckoutLines(account, parameters.line_items);
  const id = newId('cs_test', 58);

  const session: CheckoutSessionRecord = {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: sum(lines.map((line) => line.amount_subtotal)),
    amount_total: sum(lines.map((line) => line.amount_total)),
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: parameters.cancel_url ?? null,
    client_reference_id: parameters.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: account.now(),
    currency: 'nok',
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customer === null ? (parameters.customer_creation ?? 'if_required') : null,
    customer_details: null,
    customer_email: parameters.customer_email ?? null,
    discounts: [],
    expires_at: expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: invoiceCreationOf(parameters.invoice_creation),
    livemode: false,
    locale: parameters.locale ?? null,
    managed_payments: { enabled: false },
    metadata: mergeMetadata({}, parameters.metadata),
    mode: parameters.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card', 'pay_by_bank'],
    payment_status: sum(lines.map((line) => line.amount_total)) === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: parameters.submit_type ?? null,
    subscription: null,
    success_url: parameters.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: sum(lines.map((line) => line.amount_tax)) },
    ui_mode: 'hosted_page',
    url: `${account.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  };
  account.store.checkoutSessions[id] = session;
  account.store.checkoutLines[id] = lines;
  account.store.paymentIntentPlans[id] = {
    captureMethod: parameters.payment_intent_data?.capture_method === 'manual' ? 'manual' : 'automatic',
    description: parameters.payment_intent_data?.description ?? null,
    metadata: mergeMetadata({}, parameters.payment_intent_data?.metadata),
  };
  return session;
}

function checkCombinations(parameters: CreateSessionParameters): void {
  const { customer, customer_email: email, customer_creation: creation } = parameters;
  if (customer !== undefined && email !== undefined) {
    throw invalidParameter('You may only specify one of these parameters: customer, customer_email.', 'customer_email');
  }
  if (customer !== undefined && creation !== undefined) {
    throw invalidParameter('`customer_creation` cannot be used together with `customer`.', 'customer_creation');
  }
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw new ApiError(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'customer_email' });
  }
  for (const param of ['success_url', 'cancel_url'] as const) {
    const url = parameters[param];
    if (url !== undefined && !isWebAddress(url)) throw new ApiError('Not a valid URL', { code: 'url_invalid', param });
  }
  if (parameters.invoice_creation?.enabled === true && parameters.payment_intent_data?.capture_method === 'manual') {
    throw invalidParameter('`invoice_creation` cannot be used with manual capture.', 'invoice_creation');
  }
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function expiryOf(now: number, requested: number | undefined): number {
  if (requested === undefined) return now + LONGEST_LIFE_SECONDS;
  if (requested < now + SHORTEST_LIFE_SECONDS || requested > now + LONGEST_LIFE_SECONDS) {
    const message = 'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.';
    throw invalidParameter(message, 'expires_at');
  }
  return requested;
}

function invoiceCreationOf(requested: CreateSessionParameters['invoice_creation']): CheckoutSessionRecord['invoice_creation'] {
  const data = requested?.invoice_data;
  return {
    enabled: requested?.enabled ?? false,
    invoice_data: {
      account_tax_ids: data?.account_tax_ids ?? null,
      custom_fields: data?.custom_fields ?? null,
      description: data?.description ?? null,
      footer: data?.footer ?? null,
      issuer: null,
      metadata: mergeMetadata({}, data?.metadata),
      rendering_options:
        data?.rendering_options == null ? null : { amount_tax_display: data.rendering_options.amount_tax_display ?? null, template: null },
    },
  };
}
