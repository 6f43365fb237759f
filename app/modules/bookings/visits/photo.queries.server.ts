import { db } from '~/infrastructure/db.server';
import { readFile } from '~/infrastructure/file-store.server';
import { can } from '../../identity/permissions';
import { mayVisit, type Visitor } from './visit';

/** A picture for those whom it concerns: staff, whoever sent it, and whoever had the room; null for everybody else. */
export async function findPhoto(visitor: Visitor, id: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string } | null> {
  const file = await db.storedFile.findUnique({
    where: { id },
    select: { ownerId: true, handover: { select: { occurrence: SUBJECT } }, damage: { select: { occurrence: SUBJECT } } },
  });
  if (!file) return null;
  const { actor } = visitor;
  const occurrence = file.handover?.occurrence ?? file.damage?.occurrence ?? null;
  const isTheirs = occurrence !== null && mayVisit(visitor, { occurrenceId: occurrence.id, ...occurrence.booking });
  const isSender = file.ownerId !== null && file.ownerId === actor.personId;
  return isTheirs || isSender || can(actor, 'damage.resolve') ? readFile(id) : null;
}

const SUBJECT = { select: { id: true, booking: { select: { personId: true, organisationId: true } } } } as const;
