/** Somebody gives up a booking before paying it. */
import { db } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { findById } from './booking.repository.server';
import { endHold } from './sweep-holds.server';

export type AbandonRefusal =
  | { code: 'not_found' }
  | { code: 'not_allowed' }
  /** It is not held any more, or has been paid in the meantime: cancelling is the way now. */
  | { code: 'not_held' };

export async function abandonBooking(actor: Actor, bookingId: string, now: Date): Promise<Result<null, AbandonRefusal>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  if (!can(actor, 'booking.cancel', booking) || actor.personId === null) return refuse({ code: 'not_allowed' });
  if (booking.state !== 'held') return refuse({ code: 'not_held' });
  const by = { kind: 'person', personId: actor.personId } as const;
  const released = await endHold(bookingId, { actor: by, reason: 'abandoned' }, now);
  return released ? ok(null) : refuse({ code: 'not_held' });
}
