import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { attachPhoto, findItems, insertHandover } from './handover.repository.server';
import { decideHandover, type HandoverMoment, type HandoverRefusal } from './handover';
import { checkPhoto, type PhotoRefusal } from './photo-policy';
import { findOccurrence } from './visit.repository.server';
import type { Visitor } from './visit';

export interface HandoverInput {
  readonly occurrenceId: string;
  readonly moment: HandoverMoment;
  /** Items that are in order; the others of the list are not. */
  readonly doneItemIds: readonly string[];
  readonly note: string;
  /** As it was sent, unchecked. */
  readonly photo: Uint8Array | null;
}

/** Stores how a room was found or left. The first report of a moment counts; sent again it changes nothing. */
export async function handOver(visitor: Visitor, input: HandoverInput, now: Date): Promise<Result<null, HandoverRefusal | PhotoRefusal>> {
  const photo = input.photo && checkPhoto(input.photo);
  if (photo && !photo.ok) return photo;
  return inTransaction(async (tx) => {
    const facts = await findOccurrence(tx, input.occurrenceId);
    if (!facts) return refuse({ code: 'not_found' });
    const decision = decideHandover(facts, { visitor, moment: input.moment }, now);
    if (!decision.ok) return decision;
    const { personId } = visitor.actor;
    const items = await findItems(tx, facts.roomId);
    const { occurrenceId, moment, note } = input;
    const report = { id: newId(), occurrenceId, moment, personId, note, createdAt: now };
    const ticks = items.map(({ id }) => ({ itemId: id, done: input.doneItemIds.includes(id) }));
    if (!(await insertHandover(tx, report, ticks))) return ok(null);
    if (photo) await attachPhoto(tx, report.id, await storeFile(tx, { ...photo.value, ownerId: personId }));
    await recordAudit(tx, {
      actor: personId === null ? { kind: 'system' } : { kind: 'person', personId },
      action: `booking.room_${moment === 'arrival' ? 'taken_over' : 'left'}`,
      subjectType: 'booking',
      subjectId: facts.bookingId,
      after: { occurrenceId, notDone: ticks.filter(({ done }) => !done).length, photo: photo !== null },
    });
    return ok(null);
  });
}
