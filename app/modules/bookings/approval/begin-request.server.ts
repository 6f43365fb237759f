/** A booking becomes a request: its rooms are kept until the house has answered, and both sides are told. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { prolongHold } from '../../availability/claim-room.server';
import { begin, findByBooking, setDeadline } from './approval.repository.server';
import { decisionDeadline, type Limits } from './approval-policy';
import { tellCustomer, tellHouse } from './tell-request.server';

export interface BegunRequest extends Limits {
  readonly id: string;
  readonly personId: string;
  readonly occurrenceIds: readonly string[];
}

/** The booking is `requested` by now, and has its approval row. */
export async function beginRequest(tx: Tx, request: BegunRequest, actor: AuditActor, now: Date): Promise<void> {
  const approval = await findByBooking(tx, request.id);
  if (!approval) throw new Error(`Booking ${request.id} asks for no approval`);
  const decideBy = decisionDeadline(approval.hours, request, now);
  await begin(tx, request.id, now, decideBy);
  await setDeadline(tx, request.id, decideBy);
  await prolongHold(tx, request.occurrenceIds, decideBy);
  await recordAudit(tx, {
    actor,
    action: 'request.sent',
    subjectType: 'booking',
    subjectId: request.id,
    after: { state: 'requested', decideBy: decideBy.toISOString() },
  });
  await tellCustomer(tx, request, 'received');
  await tellHouse(tx, request.id, 'house_request', now);
}
