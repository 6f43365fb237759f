/** Hands a step posted about the changes of a booking to its use case, and answers the word the page says afterwards. */
import type { z } from 'zod';
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import type { OverrunRefusal } from './decide-overrun';
import { type deskChangeSchema, usedUntil } from './desk-change.schema';
import { noteOverrun } from './note-overrun.server';
import { undoChange, type UndoRefusal } from './undo-change.server';

export type ChangeStepDone = 'undone' | 'given_up' | 'undo_waits' | 'overrun' | 'overrun_link' | 'overrun_covered';
export type ChangeStepRefusal = UndoRefusal | OverrunRefusal | { code: 'bad_clock' };

export async function takeChangeStep(
  actor: Actor,
  bookingId: string,
  step: z.output<typeof deskChangeSchema>,
  now: Date,
): Promise<Result<ChangeStepDone, ChangeStepRefusal>> {
  if (step.intent === 'undo') {
    const undone = await undoChange(actor, step.endring, now);
    if (!undone.ok) return undone;
    return ok(undone.value === null ? 'given_up' : undone.value.state === 'applied' ? 'undone' : 'undo_waits');
  }
  const until = usedUntil(step.slutt, step.til);
  if (!until) return refuse({ code: 'bad_clock' });
  const noted = await noteOverrun(actor, { bookingId, occurrenceId: step.forekomst, requestKey: step.requestKey, until }, now);
  if (!noted.ok) return noted;
  if (noted.value.state === 'awaiting_payment') return ok('overrun_link');
  return ok(noted.value.covered ? 'overrun_covered' : 'overrun');
}
