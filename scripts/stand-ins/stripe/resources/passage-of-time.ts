import type { SimulatedAccount } from '../state/simulated-account';
import { expireSession } from './checkout-payment';
import { finalizeInvoice } from './invoice-lifecycle';
import { AUTHORISATION_LIFE_SECONDS, cancel } from './payment-intents';

/** Events can be read for 30 days. */
const EVENT_LIFE_SECONDS = 30 * 24 * 60 * 60;

/** Does what Stripe does by itself once its time has come: sessions expire, authorisations lapse, drafts are finalised, old events are forgotten. */
export function letTimePass(account: SimulatedAccount): void {
  const { store } = account;
  const now = account.now();
  for (const session of Object.values(store.checkoutSessions)) {
    if (session.status === 'open' && session.expires_at <= now) expireSession(account, session);
  }
  for (const intent of Object.values(store.paymentIntents)) {
    const charge = intent.latest_charge === null ? undefined : store.charges[intent.latest_charge];
    const lapsed = charge !== undefined && charge.created + AUTHORISATION_LIFE_SECONDS <= now;
    if (intent.status === 'requires_capture' && lapsed) cancel(account, intent, 'automatic');
  }
  for (const invoice of Object.values(store.invoices)) {
    const due = invoice.automatically_finalizes_at !== null && invoice.automatically_finalizes_at <= now;
    const hasLines = (store.invoiceLines[invoice.id] ?? []).length > 0;
    if (invoice.status === 'draft' && due && hasLines) finalizeInvoice(account, invoice);
  }
  forgetOldEvents(account);
}

function forgetOldEvents({ store, clock }: SimulatedAccount): void {
  const oldest = clock.now() - EVENT_LIFE_SECONDS;
  const waiting = new Set(store.deliveries.filter((delivery) => delivery.status === 'pending').map((delivery) => delivery.eventId));
  for (const event of Object.values(store.events)) {
    if (event.created >= oldest) return;
    if (waiting.has(event.id)) continue;
    delete store.events[event.id];
    store.deliveries.splice(0, store.deliveries.length, ...store.deliveries.filter((delivery) => delivery.eventId !== event.id));
  }
}
