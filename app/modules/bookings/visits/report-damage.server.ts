/** Somebody tells that something in a room is broken: the host gets a mail, and a line on the desk until it is settled. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { earlier } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { limitAttempts } from '../../identity/limit-attempts.server';
import { can } from '../../identity/permissions';
import { listHosts } from '../../identity/role.queries.server';
import { DAMAGE_TOPICS, damageMailKey } from './damage.messages';
import { attachPhoto, findPlace, findSessionBefore, insertDamage, type DamagePlace } from './damage.repository.server';
import { checkPhoto, type PhotoRefusal } from './photo-policy';
import { mayVisit, type Visitor } from './visit';

export interface DamageInput {
  readonly requestKey: string;
  /** The use it was found in; or the room, for somebody who is signed in and has no booking in it. */
  readonly place: { readonly occurrenceId: string } | { readonly roomSlug: string };
  readonly description: string;
  /** As it was sent, unchecked. */
  readonly photo: Uint8Array | null;
}

export type DamageRefusal = { code: 'not_found' } | { code: 'too_many'; waitSeconds: number } | PhotoRefusal;

export async function reportDamage(visitor: Visitor, input: DamageInput, now: Date): Promise<Result<null, DamageRefusal>> {
  const photo = input.photo && checkPhoto(input.photo);
  if (photo && !photo.ok) return photo;
  const place = await findPlace(db, input.place);
  if (!place || !mayReport(visitor, place)) return refuse({ code: 'not_found' });
  const { personId } = visitor.actor;
  const who = personId ?? place.occurrence?.id ?? '';
  const waitSeconds = await limitAttempts([['reportsPerVisitor', who]], now);
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  return inTransaction(async (tx) => {
    const id = newId();
    const occurrenceId = place.occurrence?.id ?? null;
    const foundAt = place.occurrence ? earlier(now, place.occurrence.startsAt) : now;
    const previousOccurrenceId = await findSessionBefore(tx, { roomId: place.roomId, before: foundAt, except: occurrenceId });
    const facts = { roomId: place.roomId, occurrenceId, previousOccurrenceId, personId };
    const report = { id, ...facts, description: input.description, requestKey: `${who}:${input.requestKey}`, createdAt: now };
    if (!(await insertDamage(tx, report))) return ok(null);
    if (photo) await attachPhoto(tx, id, await storeFile(tx, { ...photo.value, ownerId: personId }));
    await tellHosts(tx, id, now);
    const actor = personId === null ? ({ kind: 'system' } as const) : ({ kind: 'person', personId } as const);
    await recordAudit(tx, { actor, action: 'damage.reported', subjectType: 'damage_report', subjectId: id, after: facts });
    return ok(null);
  });
}

function mayReport(visitor: Visitor, { occurrence }: DamagePlace): boolean {
  return occurrence ? mayVisit(visitor, { ...occurrence, occurrenceId: occurrence.id }) : can(visitor.actor, 'damage.report');
}

async function tellHosts(tx: Tx, reportId: string, now: Date): Promise<void> {
  for (const { id: personId } of await listHosts(tx, now)) {
    const news = { reportId, personId };
    await enqueue(tx, DAMAGE_TOPICS.mail, news, { jobKey: damageMailKey(news) });
  }
}
