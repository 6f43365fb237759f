/** Somebody writes about a request: it is stored once, and the other side is told by mail once. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findById } from '../booking.repository.server';
import { findByBooking } from './approval.repository.server';
import { mayTalk } from './approval-policy';
import { tellCustomer, tellHouse } from './tell-request.server';

export interface NewMessage {
  readonly bookingId: string;
  readonly body: string;
  /** The form's own key: the same form sent twice writes once. */
  readonly requestKey: string;
  /** Which side writes: staff may be customers too. */
  readonly byHouse: boolean;
}

export type MessageRefusal =
  | { code: 'not_found' }
  | { code: 'not_allowed' }
  | { code: 'message_missing' }
  /** Nothing more will come of the booking. */
  | { code: 'conversation_over' };

export async function writeMessage(actor: Actor, message: NewMessage, now: Date): Promise<Result<null, MessageRefusal>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const booking = await findById(tx, message.bookingId);
    const approval = booking && (await findByBooking(tx, booking.id));
    if (!approval || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    if (!can(actor, message.byHouse ? 'request.answer' : 'request.follow', booking)) return refuse({ code: 'not_allowed' });
    if (message.body === '') return refuse({ code: 'message_missing' });
    if (!mayTalk(booking.state)) return refuse({ code: 'conversation_over' });
    const id = await store(tx, message, personId, now);
    if (id === null) return ok(null);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'request.message',
      subjectType: 'booking',
      subjectId: booking.id,
      after: { messageId: id, byHouse: message.byHouse },
    });
    if (message.byHouse) await tellCustomer(tx, booking, 'message', id);
    else await tellHouse(tx, booking.id, 'house_message', now, id);
    return ok(null);
  });
}

/** The message's id; null when this form has written it already. */
async function store(tx: Tx, { bookingId, byHouse, body, requestKey }: NewMessage, authorId: string, now: Date): Promise<string | null> {
  const row = { id: newId(), bookingId, authorId, byHouse, body, requestKey: `${authorId}:${requestKey}`, createdAt: now };
  const { count } = await tx.requestMessage.createMany({ data: row, skipDuplicates: true });
  return count === 1 ? row.id : null;
}

/** One side has the conversation in front of it: what the other side wrote until now is read. */
export async function markRead(bookingId: string, reader: 'house' | 'customer', now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.requestMessage.updateMany({ where: { bookingId, byHouse: reader === 'customer', readAt: null }, data: { readAt: now } });
  });
}
