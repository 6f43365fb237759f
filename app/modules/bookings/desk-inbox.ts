import { type Action, type Actor, can } from '../identity/permissions';
import type { DeskItem } from './desk-item';

/** Who a line of the desk is for: whoever may do something about it. */
const ACTION_FOR: Readonly<Record<DeskItem['kind'], Action>> = {
  payment_difference: 'payments.view',
  refund: 'payments.view',
  mail_failed: 'booking.create_for_other',
  job_stuck: 'audit.view',
  damage_reported: 'damage.resolve',
  lock_silent: 'door.retry',
  request_waiting: 'request.answer',
  request_message: 'request.answer',
  booking_in_closed_room: 'booking.cancel_as_hub',
};

/** The lines that wait for this actor. */
export function itemsFor(actor: Actor, items: readonly DeskItem[]): DeskItem[] {
  return items.filter((item) => can(actor, ACTION_FOR[item.kind]));
}
