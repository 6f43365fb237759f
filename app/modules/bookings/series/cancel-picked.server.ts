/** Calls off the dates that were picked, if they and the money are those that were shown. */
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { type CancelRefusal, cancelBooking } from '../cancel-booking.server';
import { previewPicked } from './picked-cancellation.queries.server';

export interface PickedToCancel {
  readonly bookingId: string;
  readonly occurrenceIds: readonly string[];
  /** What was shown, as the preview writes it; anything else is shown again. */
  readonly shown: string;
  readonly reason: string;
}

export async function cancelPicked(
  actor: Actor,
  { bookingId, occurrenceIds, shown, reason }: PickedToCancel,
  now: Date,
): Promise<Result<{ refundOre: number }, CancelRefusal | { code: 'nothing_picked' }>> {
  const preview = await previewPicked(actor, bookingId, occurrenceIds, now);
  if (!preview.ok) return preview;
  const { refundOre, pickedCount, dates } = preview.value;
  if (occurrenceIds.length === 0) return refuse({ code: 'nothing_picked' });
  if (pickedCount === 0 || shown !== preview.value.shown) return refuse({ code: 'refund_changed', refundOre });
  const ids = dates.filter(({ picked }) => picked).map(({ id }) => id);
  // Between this look and the lock the amount may change; then it is refused there.
  const input = { bookingId, occurrenceIds: ids, waive: false, reason, confirmedRefundOre: refundOre };
  const done = await cancelBooking(actor, input, now);
  return done.ok ? ok(done.value) : done;
}
