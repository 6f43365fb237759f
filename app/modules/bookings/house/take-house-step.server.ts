/** Hands a step posted on the staff's calendar to its use case: moving what was dropped and seen, or taking that back. */
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeBooking, type ChangeBookingRefusal } from '../changes/change-booking.server';
import { termsOf } from '../changes/change.schema';
import { undoChange, type UndoRefusal } from '../changes/undo-change.server';
import { findPlaceOf } from './house-panel.queries.server';
import type { HouseStep } from './house-step.schema';

export interface HouseStepDone {
  /** The change that was made, and can be taken back. */
  readonly changeId: string | null;
  /** What was taken back is so at once, or first when it is paid. */
  readonly undone: 'undone' | 'waits' | null;
  /** Where whoever moved their own booking pays the difference. */
  readonly payAt: string | null;
  /** Where it is now. */
  readonly place: { readonly roomSlug: string; readonly start: Date };
}

export async function takeHouseStep(
  actor: Actor,
  occurrenceId: string,
  step: HouseStep,
  now: Date,
): Promise<Result<HouseStepDone, ChangeBookingRefusal | UndoRefusal>> {
  const before = await findPlaceOf(occurrenceId);
  if (!before) return refuse({ code: 'not_found' });
  if (step.intent === 'undo') {
    const undone = await undoChange(actor, step.endring, now);
    if (!undone.ok) return undone;
    const waits = undone.value?.state === 'awaiting_payment';
    return ok({ changeId: null, undone: waits ? 'waits' : 'undone', payAt: null, place: (await findPlaceOf(occurrenceId)) ?? before });
  }
  const { bookingId } = before;
  const { requestKey, rom, slot, differanseOre, sett } = step;
  const input = { bookingId, occurrenceId, requestKey, roomSlug: rom, slot, ...termsOf(step) };
  const changed = await changeBooking(actor, { ...input, expectedOre: differanseOre ?? null, seenAt: sett ?? null }, now);
  if (!changed.ok) return changed;
  const { changeId, payNow } = changed.value;
  return ok({
    changeId,
    undone: null,
    payAt: payNow ? `/bestilling/${bookingId}` : null,
    place: (await findPlaceOf(occurrenceId)) ?? before,
  });
}
