/** Calls off one date of a booking, it and those after it, or all, if the count and the money are those that were shown. */
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { type CancelRefusal, cancelBooking } from '../cancel-booking.server';
import type { CancellationScope } from './cancellation-scope';
import { previewDatesCancellation } from './dates-cancellation.queries.server';

export interface DatesToCancel {
  readonly bookingId: string;
  /** The date that was chosen. */
  readonly occurrenceId: string;
  readonly scope: CancellationScope;
  /** What was shown for the choice: number of dates and øre that come back, `12:480000`. */
  readonly shown: string;
  readonly reason: string;
}

export async function cancelDates(
  actor: Actor,
  { bookingId, occurrenceId, scope, shown, reason }: DatesToCancel,
  now: Date,
): Promise<Result<{ refundOre: number }, CancelRefusal>> {
  const preview = await previewDatesCancellation(actor, bookingId, occurrenceId, now);
  if (!preview.ok) return preview;
  const chosen = preview.value.scopes.find((one) => one.scope === scope);
  if (!chosen || shown !== `${chosen.occurrenceIds.length}:${chosen.refundOre}`) {
    return refuse({ code: 'refund_changed', refundOre: chosen?.refundOre ?? 0 });
  }
  const { occurrenceIds, refundOre } = chosen;
  // Between this look and the lock the amount may change; then it is refused there.
  const done = await cancelBooking(actor, { bookingId, occurrenceIds, waive: false, reason, confirmedRefundOre: refundOre }, now);
  return done.ok ? ok(done.value) : done;
}
