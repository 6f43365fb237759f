/** What follows whenever a booking becomes agreed, whichever way it was paid: door code, charges, mail, trail. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { recordCharges } from '../billing/record-charges.server';
import type { PayableLine } from '../pricing/payable-lines';
import { grantAccess } from './access.server';
import type { PaymentMethod } from './booking';
import type { Stay } from './doors/access-change';
import { bookingMailMessage } from './booking.messages';

export interface ConfirmedBooking {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly paymentMethod: PaymentMethod;
  /** Those that were had. */
  readonly occurrences: readonly (Stay & { readonly payableLines: readonly PayableLine[] })[];
}

export async function followConfirmation(tx: Tx, booking: ConfirmedBooking, actor: AuditActor, before: string | null): Promise<void> {
  const { id, occurrences, personId, organisationId, paymentMethod } = booking;
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
  const { topic, payload, options } = bookingMailMessage({ bookingId: id, kind: 'confirmed' });
  await enqueue(tx, topic, payload, options);
}
