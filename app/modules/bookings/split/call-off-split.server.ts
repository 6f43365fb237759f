/** The organiser ends the sharing: whoever has paid gets the money back, and the room is kept for a moment to be paid in one. */
import { inTransaction } from '~/infrastructure/db.server';
import { earlier } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { prolongHold } from '../../availability/claim-room.server';
import { holdExpiry } from '../../billing/checkout-params';
import { type Actor, can } from '../../identity/permissions';
import { lockById, setHold } from '../booking.repository.server';
import { keptOccurrences } from '../payable-booking';
import { closePartPages, endSplit } from './end-split.server';

export type CallOffRefusal =
  | { code: 'not_found' }
  /** It has been paid by all, or has ended. */
  | { code: 'not_collecting' };

export async function callOffSplit(actor: Actor, bookingId: string, now: Date): Promise<Result<null, CallOffRefusal>> {
  const { personId } = actor;
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    if (!booking || personId === null || !can(actor, 'booking.split', booking)) return refuse({ code: 'not_found' });
    const split = await endSplit(tx, bookingId, { actor: { kind: 'person', personId }, state: 'called_off' });
    if (!split) return refuse({ code: 'not_collecting' });
    await closePartPages(tx, bookingId);
    const until = earlier(holdExpiry(now), split.deadline);
    await prolongHold(
      tx,
      keptOccurrences(booking).map(({ id }) => id),
      until,
    );
    await setHold(tx, bookingId, until);
    return ok(null);
  });
}
