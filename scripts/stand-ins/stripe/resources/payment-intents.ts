import { refusedByState } from '../http/api-error';
import { newId } from '../state/ids';
import type { ChargeRecord, PaymentIntentRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import type { PaymentIntentPlan } from '../state/store';
import type { CardDecline } from './card-decline';
import { authoriseCharge, captureCharge, failCharge, releaseCharge, startPendingCharge, succeedCharge } from './charges';

/** How long a card authorisation may wait for its capture. */
export const AUTHORISATION_LIFE_SECONDS = 7 * 24 * 60 * 60;

export function createPaymentIntent(
  account: SimulatedAccount,
  amount: number,
  customer: string | null,
  plan: PaymentIntentPlan,
  id = newId('pi'),
): PaymentIntentRecord {
  const intent: PaymentIntentRecord = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: plan.captureMethod,
    client_secret: `${id}_secret_${newId('s').slice(2)}`,
    confirmation_method: 'automatic',
    created: account.now(),
    currency: 'nok',
    customer,
    customer_account: null,
    description: plan.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: { ...plan.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  account.store.paymentIntents[id] = intent;
  account.emit('payment_intent.created', intent);
  return intent;
}

/** The card is accepted: money taken at once, or only reserved when the capture is manual. */
export function acceptCard(account: SimulatedAccount, intent: PaymentIntentRecord): void {
  requireStatus(intent, ['requires_payment_method'], 'confirm');
  const charge = authoriseCharge(account, intent);
  intent.latest_charge = charge.id;
  intent.payment_method = charge.payment_method;
  intent.last_payment_error = null;
  if (intent.capture_method === 'manual') {
    if (charge.payment_method_details?.card)
      charge.payment_method_details.card.capture_before = charge.created + AUTHORISATION_LIFE_SECONDS;
    intent.status = 'requires_capture';
    intent.amount_capturable = intent.amount;
    account.emit('charge.succeeded', charge);
    account.emit('payment_intent.amount_capturable_updated', intent);
    return;
  }
  captureCharge(account, charge, intent.amount);
  account.emit('charge.succeeded', charge);
  succeed(account, intent, intent.amount);
}

export function declineCard(account: SimulatedAccount, intent: PaymentIntentRecord, decline: CardDecline): void {
  requireStatus(intent, ['requires_payment_method'], 'confirm');
  const charge = failCharge(account, intent, decline);
  intent.latest_charge = charge.id;
  intent.last_payment_error = {
    charge: charge.id,
    code: 'card_declined',
    decline_code: decline.declineCode,
    message: decline.message,
    type: 'card_error',
  };
  account.emit('charge.failed', charge);
  account.emit('payment_intent.payment_failed', intent);
}

/** A delayed method was chosen: the outcome comes later, by `settleDelayed` or `failDelayed`. */
export function startDelayed(account: SimulatedAccount, intent: PaymentIntentRecord): void {
  requireStatus(intent, ['requires_payment_method'], 'confirm');
  const charge = startPendingCharge(account, intent);
  intent.latest_charge = charge.id;
  intent.payment_method = charge.payment_method;
  intent.payment_method_types = ['pay_by_bank'];
  intent.last_payment_error = null;
  intent.status = 'processing';
  account.emit('charge.pending', charge);
  account.emit('payment_intent.processing', intent);
}

export function settleDelayed(account: SimulatedAccount, intent: PaymentIntentRecord): void {
  requireStatus(intent, ['processing'], 'settle');
  succeedCharge(account, latestCharge(account, intent));
  succeed(account, intent, intent.amount);
}

export function failDelayed(account: SimulatedAccount, intent: PaymentIntentRecord): void {
  requireStatus(intent, ['processing'], 'fail');
  const charge = latestCharge(account, intent);
  Object.assign(charge, { status: 'failed', failure_code: 'payment_method_provider_decline', failure_message: 'The bank did not pay.' });
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = {
    charge: charge.id,
    code: 'payment_method_provider_decline',
    message: 'The bank did not pay.',
    type: 'invalid_request_error',
  };
  account.emit('charge.failed', charge);
  account.emit('payment_intent.payment_failed', intent);
}

export function capture(account: SimulatedAccount, intent: PaymentIntentRecord, amount: number | undefined): void {
  requireStatus(intent, ['requires_capture'], 'capture');
  const captured = amount ?? intent.amount_capturable;
  if (captured > intent.amount_capturable) {
    throw refusedByState('The amount to capture is larger than the amount authorised.', 'amount_too_large', 'amount_to_capture');
  }
  const charge = latestCharge(account, intent);
  captureCharge(account, charge, captured);
  intent.amount_capturable = 0;
  account.emit('charge.captured', charge);
  succeed(account, intent, captured);
}

export function cancel(account: SimulatedAccount, intent: PaymentIntentRecord, reason: PaymentIntentRecord['cancellation_reason']): void {
  requireStatus(intent, ['requires_payment_method', 'requires_capture'], 'cancel');
  if (intent.status === 'requires_capture') releaseCharge(account, latestCharge(account, intent));
  intent.status = 'canceled';
  intent.amount_capturable = 0;
  intent.canceled_at = account.now();
  intent.cancellation_reason = reason;
  account.emit('payment_intent.canceled', intent);
}

export function latestCharge(account: SimulatedAccount, intent: PaymentIntentRecord): ChargeRecord {
  const charge = intent.latest_charge === null ? undefined : account.store.charges[intent.latest_charge];
  if (charge === undefined) throw new Error(`${intent.id} is ${intent.status} without a charge.`);
  return charge;
}

function succeed(account: SimulatedAccount, intent: PaymentIntentRecord, received: number): void {
  intent.status = 'succeeded';
  intent.amount_received = received;
  account.emit('payment_intent.succeeded', intent);
}

function requireStatus(intent: PaymentIntentRecord, allowed: string[], verb: string): void {
  if (allowed.includes(intent.status)) return;
  throw refusedByState(
    `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be used: ${allowed.join(', ')}.`,
    'payment_intent_unexpected_state',
  );
}
