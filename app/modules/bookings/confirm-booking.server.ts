/** What follows whenever a booking becomes agreed, whichever way it was paid: door code, charges, mail, trail. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { recordCharges } from '../billing/record-charges.server';
import type { PayableLine } from '../pricing/payable-lines';
import { keepRooms } from '../availability/claim-room.server';
import { keptOccurrences, linesOf } from './payable-booking';
import { type BookingRow, transition } from './booking.repository.server';
import { grantAccess } from './access.server';
import type { BookingState, PaymentMethod } from './booking';
import type { Stay } from './doors/access-change';
import { tellNeighbours } from './neighbours/tell-neighbours.server';
import { bookingMailMessage } from './booking.messages';

/** Who agrees, and the states it may be in until then. */
interface Agreement {
  readonly from: readonly BookingState[];
  readonly actor: AuditActor;
}

export interface ConfirmedBooking {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly paymentMethod: PaymentMethod;
  /** Whoever booked next door from then on could see it coming. */
  readonly seenSince: Date;
  /** Those that were had. */
  readonly occurrences: readonly (Stay & { readonly payableLines: readonly PayableLine[] })[];
}

/** Agrees to a stored booking: it keeps its rooms for good, and everything follows. The caller holds the lock on its row. */
export async function confirmStored(tx: Tx, booking: BookingRow, { from, actor }: Agreement, now: Date): Promise<void> {
  const kept = keptOccurrences(booking);
  const occurrences = kept.map((occurrence) => ({ ...occurrence, payableLines: linesOf(booking, occurrence.id) }));
  // Calendars know a request already, as one that is not answered.
  const asked = booking.state === 'requested' && { sequence: { increment: 1 } };
  await transition(tx, booking.id, from, { state: 'confirmed', confirmedAt: now, holdExpiresAt: null, ...asked });
  await keepRooms(
    tx,
    kept.map(({ id }) => id),
  );
  // While its hold was past, nobody saw it.
  const { state, holdExpiresAt, createdAt } = booking;
  const wasGone = state === 'released' || (holdExpiresAt !== null && holdExpiresAt < now);
  await followConfirmation(tx, { ...booking, occurrences, seenSince: wasGone ? now : createdAt }, actor, state, now);
}

export async function followConfirmation(
  tx: Tx,
  booking: ConfirmedBooking,
  actor: AuditActor,
  before: BookingState | null,
  now: Date,
): Promise<void> {
  const { id, occurrences, personId, organisationId, paymentMethod, seenSince } = booking;
  await grantAccess(tx, occurrences);
  const state = paymentMethod === 'on_account' ? 'open' : 'settled';
  const charged = occurrences.map((occurrence) => ({ occurrenceId: occurrence.id, lines: occurrence.payableLines }));
  await recordCharges(tx, { payer: { personId, organisationId }, occurrences: charged, state });
  await recordAudit(tx, {
    actor,
    action: 'booking.confirmed',
    subjectType: 'booking',
    subjectId: id,
    before: before === null ? undefined : { state: before },
    after: { state: 'confirmed', paymentMethod },
  });
  await tellNeighbours(tx, { bookingId: id, causeId: id, since: seenSince, moved: null }, now);
  const { topic, payload, options } = bookingMailMessage({ bookingId: id, kind: 'confirmed' });
  await enqueue(tx, topic, payload, options);
}
