/** What follows when a Checkout session has reserved a card: the house is asked, or the card is let go. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { recordAuthorisation, type Reservation } from '../../billing/authorisation-records.server';
import type { CheckoutNow } from '../../billing/read-checkout.server';
import type { CheckoutRow } from '../../billing/settlement-records.server';
import { type BookingRow, transition } from '../booking.repository.server';
import { releaseBooking } from '../release-booking.server';
import { beginRequest } from './begin-request.server';
import { tellCustomer } from './tell-request.server';

const STRIPE: AuditActor = { kind: 'stripe' };

export interface Reserved {
  readonly booking: BookingRow;
  /** Those the booking stands or falls with. */
  readonly occurrences: readonly BookingRow['occurrences'][number][];
  readonly checkout: CheckoutRow;
  readonly stripe: CheckoutNow;
}

/** The card is reserved: from now on the rooms wait for the house. */
export async function askHouse(tx: Tx, { booking, occurrences, checkout, stripe }: Reserved, now: Date): Promise<void> {
  await recordAuthorisation(tx, reservationOf(checkout, stripe), true);
  await transition(tx, booking.id, ['held', 'released'], { state: 'requested' });
  const startsAt = occurrences.map((occurrence) => occurrence.startsAt).reduce(earlier);
  const request = {
    id: booking.id,
    personId: booking.personId,
    occurrenceIds: occurrences.map(({ id }) => id),
    startsAt,
    reservedUntil: stripe.reservedUntil,
  };
  await beginRequest(tx, request, STRIPE, now);
}

/** Nobody needs the reserved card: it is let go, and whoever lost the room by it is told. */
export async function letGo(tx: Tx, { booking, checkout, stripe }: Reserved): Promise<void> {
  await recordAuthorisation(tx, reservationOf(checkout, stripe), false);
  if (booking.state === 'held') await releaseBooking(tx, booking.id, { actor: STRIPE, reason: 'hold_expired' });
  await recordAudit(tx, {
    actor: STRIPE,
    action: 'authorisation.came_late',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { amountOre: checkout.amountOre, bookingState: booking.state },
  });
  if (booking.state === 'held' || booking.state === 'released') await tellCustomer(tx, booking, 'card_let_go');
}

function reservationOf(checkout: CheckoutRow, stripe: CheckoutNow): Reservation {
  const { paymentIntentId, reservedUntil } = stripe;
  if (paymentIntentId === null || reservedUntil === null) throw new Error(`Session ${stripe.stripeSessionId} has reserved no card`);
  const { bookingId, id: checkoutId, amountOre } = checkout;
  return { bookingId, checkoutId, stripePaymentIntentId: paymentIntentId, amountOre, captureBefore: reservedUntil };
}
