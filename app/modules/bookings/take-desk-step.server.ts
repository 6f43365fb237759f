/** Hands a step posted at the desk to its use case, and answers the word the page says afterwards. */
import { ok, type Result } from '~/lib/result';
import type { Actor } from '../identity/permissions';
import { abandonBooking, type AbandonRefusal } from './abandon-booking.server';
import { cancelBooking, type CancelRefusal } from './cancel-booking.server';
import type { NoShowRefusal } from './decide-no-show';
import type { DeskAction } from './desk-action.schema';
import { markNoShow, undoNoShow, type UndoNoShowRefusal } from './mark-no-show.server';

export type DeskStepDone = 'cancelled' | 'no_show' | 'came' | 'released';
export type DeskStepRefusal = CancelRefusal | NoShowRefusal | UndoNoShowRefusal | AbandonRefusal;

export async function takeDeskStep(
  actor: Actor,
  bookingId: string,
  step: DeskAction,
  now: Date,
): Promise<Result<DeskStepDone, DeskStepRefusal>> {
  switch (step.intent) {
    case 'cancel': {
      const input = { bookingId, waive: step.tilbake === 'alt', reason: step.grunn, confirmedRefundOre: step.refundOre };
      return done('cancelled', await cancelBooking(actor, input, now));
    }
    case 'no_show':
      return done('no_show', await markNoShow(actor, bookingId, now));
    case 'undo_no_show':
      return done('came', await undoNoShow(actor, bookingId, now));
    case 'abandon':
      return done('released', await abandonBooking(actor, bookingId, now));
  }
}

function done<R extends { code: string }>(word: DeskStepDone, result: Result<unknown, R>): Result<DeskStepDone, R> {
  return result.ok ? ok(word) : result;
}
