import type { PaymentIntentRecord } from '../state/records';
import { findObject, type SimulatedAccount } from '../state/simulated-account';
import { createCustomer } from './customers';
import { acceptCard, createPaymentIntent } from './payment-intents';

/**
 * `pi_demo_<øre>_<reference>`: the id that the demo data give to payments made before the stand-in was there;
 * `pi_demo_reserved_<øre>_<reference>` is a card that is only reserved.
 */
const DEMO_PAYMENT = /^pi_demo_(reserved_)?(\d{3,8})_[0-9A-Z]{4,12}$/;

/** Makes the demo's payment when it is first asked for, so that its booking can be captured or refunded like any other. */
export function adoptDemoPayment(account: SimulatedAccount, id: string): void {
  const [, reserved, amount] = DEMO_PAYMENT.exec(id) ?? [];
  if (amount === undefined || account.store.paymentIntents[id] !== undefined) return;
  const description = reserved ? 'Reserved in the demo data' : 'Paid in the demo data';
  const plan = { captureMethod: reserved ? ('manual' as const) : ('automatic' as const), description, metadata: {} };
  const customer = reserved ? createCustomer(account, { email: 'demo@example.no' }).id : null;
  acceptCard(account, createPaymentIntent(account, Number(amount), customer, plan, id));
}

export function findPaymentIntent(account: SimulatedAccount, id: string): PaymentIntentRecord {
  adoptDemoPayment(account, id);
  return findObject(account.store.paymentIntents, 'payment_intent', id);
}
