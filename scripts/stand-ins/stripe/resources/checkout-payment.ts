import { refusedByState } from '../http/api-error';
import type { CheckoutSessionRecord, PaymentIntentRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import type { CardDecline } from './card-decline';
import { createCustomer } from './customers';
import { invoiceForSession } from './invoice-for-session';
import { acceptCard, cancel, createPaymentIntent, declineCard, failDelayed, settleDelayed, startDelayed } from './payment-intents';

/** Who pays, as typed on the pay page; a known customer or a given e-mail address takes precedence. */
interface Payer {
  email?: string | undefined;
  name?: string | undefined;
}

/** The card is accepted and the session completes. A session that is already complete is left alone: one charge only. */
export function paySession(account: SimulatedAccount, session: CheckoutSessionRecord, payer: Payer): void {
  if (session.status === 'complete') return;
  requireOpen(session);
  settleCustomer(account, session, payer);
  if (session.amount_total === 0) {
    complete(account, session);
    return;
  }
  const intent = intentOf(account, session);
  acceptCard(account, intent);
  if (intent.status === 'succeeded') {
    session.payment_status = 'paid';
    invoiceForSession(account, session);
  }
  complete(account, session);
}

/** The card is refused; the session stays open for another attempt. */
export function declineSession(account: SimulatedAccount, session: CheckoutSessionRecord, decline: CardDecline): void {
  requireOpen(session);
  declineCard(account, intentOf(account, session), decline);
}

/** A delayed method is chosen: the session completes unpaid, and the outcome follows. */
export function delaySession(account: SimulatedAccount, session: CheckoutSessionRecord, payer: Payer): void {
  if (session.status === 'complete') return;
  requireOpen(session);
  if (account.store.paymentIntentPlans[session.id]?.captureMethod === 'manual') {
    throw refusedByState('Delayed payment methods cannot be captured manually.', 'payment_method_unsupported_capture_method');
  }
  settleCustomer(account, session, payer);
  startDelayed(account, intentOf(account, session));
  complete(account, session);
}

export function settleDelayedSession(account: SimulatedAccount, session: CheckoutSessionRecord): void {
  settleDelayed(account, intentOf(account, session));
  session.payment_status = 'paid';
  invoiceForSession(account, session);
  account.emit('checkout.session.async_payment_succeeded', session);
}

export function failDelayedSession(account: SimulatedAccount, session: CheckoutSessionRecord): void {
  failDelayed(account, intentOf(account, session));
  account.emit('checkout.session.async_payment_failed', session);
}

export function expireSession(account: SimulatedAccount, session: CheckoutSessionRecord): CheckoutSessionRecord {
  if (session.status !== 'open') {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "${session.status}".`;
    throw refusedByState(message, 'checkout_session_not_open', 'session');
  }
  const intent = session.payment_intent === null ? undefined : account.store.paymentIntents[session.payment_intent];
  if (intent !== undefined) cancel(account, intent, 'expired');
  session.status = 'expired';
  session.url = null;
  account.emit('checkout.session.expired', session);
  return session;
}

/** A manual capture turns the completed session from unpaid into paid. */
export function markSessionPaid(account: SimulatedAccount, intent: PaymentIntentRecord): void {
  const session = Object.values(account.store.checkoutSessions).find((candidate) => candidate.payment_intent === intent.id);
  if (session !== undefined) session.payment_status = 'paid';
}

function complete(account: SimulatedAccount, session: CheckoutSessionRecord): void {
  session.status = 'complete';
  session.url = null;
  account.emit('checkout.session.completed', session);
}

function requireOpen(session: CheckoutSessionRecord): void {
  if (session.status === 'open') return;
  throw refusedByState(`This Checkout Session is ${session.status}.`, 'checkout_session_not_open');
}

/** Fills in who paid, and creates the customer that the session or its invoice calls for. */
function settleCustomer(account: SimulatedAccount, session: CheckoutSessionRecord, payer: Payer): void {
  const known = session.customer === null ? undefined : account.store.customers[session.customer];
  const email = known?.email ?? session.customer_email ?? payer.email ?? 'payer@example.com';
  const name = known?.name ?? payer.name ?? null;
  session.customer_details = {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: known?.tax_exempt ?? 'none',
    tax_ids: [],
  };
  const needsCustomer = session.customer_creation === 'always' || session.invoice_creation?.enabled === true;
  if (known === undefined && needsCustomer) {
    session.customer = createCustomer(account, { email, ...(name === null ? {} : { name }) }).id;
  }
}

/** The session's PaymentIntent, created with the first attempt to pay. */
function intentOf(account: SimulatedAccount, session: CheckoutSessionRecord): PaymentIntentRecord {
  const existing = session.payment_intent === null ? undefined : account.store.paymentIntents[session.payment_intent];
  if (existing !== undefined) {
    existing.customer = session.customer;
    return existing;
  }
  const plan = account.store.paymentIntentPlans[session.id];
  if (plan === undefined) throw new Error(`${session.id} has no plan for its payment.`);
  const intent = createPaymentIntent(account, session.amount_total ?? 0, session.customer, plan);
  session.payment_intent = intent.id;
  return intent;
}
