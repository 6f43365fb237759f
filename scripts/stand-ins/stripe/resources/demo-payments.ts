import type { SimulatedAccount } from '../state/simulated-account';
import { acceptCard, createPaymentIntent } from './payment-intents';

/** `pi_demo_<øre>_<reference>`: the id that the demo data give to payments made before the stand-in was there. */
const DEMO_PAYMENT = /^pi_demo_(\d{3,8})_[0-9A-Z]{4,12}$/;

/** Makes the demo's payment when it is first asked for, so that its booking can be refunded like any other. */
export function adoptDemoPayment(account: SimulatedAccount, id: string): void {
  const amount = DEMO_PAYMENT.exec(id)?.[1];
  if (amount === undefined || account.store.paymentIntents[id] !== undefined) return;
  const plan = { captureMethod: 'automatic' as const, description: 'Paid in the demo data', metadata: {} };
  acceptCard(account, createPaymentIntent(account, Number(amount), null, plan, id));
}
