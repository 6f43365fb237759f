import { parseFormFields } from '../http/form-body';
import { declineSession, delaySession, paySession } from '../resources/checkout-payment';
import type { CardDecline } from '../resources/card-decline';
import type { SimulatedAccount } from '../state/simulated-account';
import { languageOf, textsFor } from './page-texts';
import { closedSessionPage, notFoundPage, payPage, successAddress, type PayPageContent } from './pay-page';

export interface PageReply {
  status: number;
  body?: string;
  /** Where to go instead. */
  location?: string;
}

export interface PageRequest {
  method: string;
  acceptLanguage: string | undefined;
  body: string;
}

const ACCEPTED_CARD = '4242424242424242';
const DECLINED_CARD = '4000000000000002';
const EMPTY_CARD = '4000000000009995';

/** Shows the Checkout page, and does what its buttons say. */
export function handlePayPage(account: SimulatedAccount, sessionId: string, request: PageRequest): PageReply {
  const session = account.store.checkoutSessions[sessionId];
  const language = languageOf(session?.locale ?? null, request.acceptLanguage);
  if (session === undefined) return { status: 404, body: notFoundPage(language) };
  const content: PayPageContent = {
    session,
    lines: account.store.checkoutLines[session.id] ?? [],
    customer: session.customer === null ? undefined : account.store.customers[session.customer],
    language,
    reserves: account.store.paymentIntentPlans[session.id]?.captureMethod === 'manual',
  };
  if (request.method !== 'POST') {
    if (session.status !== 'open') return { status: 200, body: closedSessionPage(session, language) };
    return { status: 200, body: payPage(content) };
  }
  return submit(account, content, request.body);
}

function submit(account: SimulatedAccount, content: PayPageContent, body: string): PageReply {
  const { session, customer, language } = content;
  const fields = parseFormFields(body);
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '');
  const action = field('action');
  if (action === 'cancel') return { status: 303, location: session.cancel_url ?? '/' };
  // A second click of the button: the first one has paid, so the payer simply moves on.
  if (session.status === 'complete') return { status: 303, location: successAddress(session) };
  if (session.status !== 'open') return { status: 410, body: closedSessionPage(session, language) };

  const texts = textsFor(language);
  const typed = { email: field('email'), name: field('name') };
  const withError = (error: string): PageReply => ({ status: 402, body: payPage({ ...content, typed, error }) });
  const decline = declineFor(action, field('card_number'));
  if (decline !== undefined) {
    declineSession(account, session, decline);
    return withError(decline.declineCode === 'insufficient_funds' ? texts.insufficient : texts.declined);
  }
  const emailKnown = (customer?.email ?? session.customer_email) !== null;
  if (!emailKnown && !/^[^\s@]+@[^\s@]+$/.test(typed.email)) return withError(texts.emailNeeded);
  const payer = { email: typed.email || undefined, name: typed.name || undefined };
  if (action === 'delay') {
    delaySession(account, session, payer);
  } else {
    if (field('card_number').replace(/\s/g, '') !== ACCEPTED_CARD) return withError(texts.unknownCard);
    paySession(account, session, payer);
  }
  return { status: 303, location: successAddress(session) };
}

function declineFor(action: string, cardNumber: string): CardDecline | undefined {
  const number = cardNumber.replace(/\s/g, '');
  if (action === 'decline' || (action === 'pay' && number === DECLINED_CARD)) {
    return { declineCode: 'generic_decline', message: 'Your card was declined.' };
  }
  if (action === 'pay' && number === EMPTY_CARD) {
    return { declineCode: 'insufficient_funds', message: 'Your card has insufficient funds.' };
  }
  return undefined;
}
