/** The money side of a request: the cards reserved for a booking, and what is ordered to happen to them. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { operationKey } from '~/infrastructure/stripe.server';
import { newId } from '~/lib/ids.server';
import { settleAuthorisationMessage } from './billing.messages';
import { type Authorisation, findByBooking, findByIntent, insertOnce, transition } from './authorisation.repository.server';

export type { Authorisation };
export {
  findById as findAuthorisation,
  findByBooking as findAuthorisations,
  findByIntent as findAuthorisationByIntent,
  findStale as findStaleAuthorisations,
  findWithoutInvoice as findCapturesWithoutInvoice,
} from './authorisation.repository.server';

export interface Reservation {
  readonly bookingId: string;
  readonly checkoutId: string;
  readonly stripePaymentIntentId: string;
  readonly amountOre: number;
  readonly captureBefore: Date;
}

/**
 * Stores a card that was reserved. `keep`: it waits for the house's answer. Otherwise nobody needs it, and it is let go at once.
 */
export async function recordAuthorisation(tx: Tx, { checkoutId, ...reservation }: Reservation, keep: boolean): Promise<void> {
  const id = newId();
  const row = { ...reservation, id, checkoutSessionId: checkoutId, state: keep ? ('authorised' as const) : ('releasing' as const) };
  await insertOnce(tx, { ...row, idempotencyKey: operationKey('authorisation', id, 1) });
  const stored = await findByIntent(tx, reservation.stripePaymentIntentId);
  if (stored?.state === 'releasing') await enqueueStep(tx, stored.id);
}

/** The card that waits for the house's answer to a booking; null when there is none (any more). */
export async function waitingAuthorisation(tx: Tx, bookingId: string): Promise<Authorisation | null> {
  return (await findByBooking(tx, bookingId)).find(({ state }) => state === 'authorised') ?? null;
}

/** Takes the money of the waiting card. False when it does not wait any more. */
export async function orderCapture(tx: Tx, id: string): Promise<boolean> {
  if (!(await transition(tx, id, ['authorised'], { state: 'capturing' }))) return false;
  await enqueueStep(tx, id);
  return true;
}

/** Lets go of whatever card still waits for an answer to the booking. */
export async function orderRelease(tx: Tx, bookingId: string): Promise<void> {
  const waiting = await waitingAuthorisation(tx, bookingId);
  if (!waiting || !(await transition(tx, waiting.id, ['authorised'], { state: 'releasing' }))) return;
  await enqueueStep(tx, waiting.id);
}

async function enqueueStep(tx: Tx, id: string): Promise<void> {
  const { topic, payload } = settleAuthorisationMessage(id);
  await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
}
