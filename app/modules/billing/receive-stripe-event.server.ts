/** The inbox of webhooks: stored once, answered at once, worked on later by a job that looks at Stripe's object as it is then. */
import { inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import type { Stripe } from '~/infrastructure/stripe.server';
import { stripeEventMessage } from './billing.messages';

/** News that can change something here; everything else is answered and forgotten. */
export const WATCHED_EVENTS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.canceled',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'invoice.paid',
  'invoice.voided',
  'invoice.marked_uncollectible',
] as const;

/** True when the event is new and of a kind that is watched. */
export async function receiveStripeEvent(event: Pick<Stripe.Event, 'id' | 'type' | 'data'>, now: Date): Promise<boolean> {
  if (!WATCHED_EVENTS.some((type) => type === event.type)) return false;
  const object = event.data.object as { id?: unknown; object?: unknown };
  if (typeof object.id !== 'string' || typeof object.object !== 'string') return false;
  const row = { id: event.id, type: event.type, objectType: object.object, objectId: object.id, receivedAt: now };
  return inTransaction(async (tx) => {
    const { count } = await tx.stripeEvent.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return false;
    const { topic, payload } = stripeEventMessage(event.id);
    await enqueue(tx, topic, payload);
    return true;
  });
}
