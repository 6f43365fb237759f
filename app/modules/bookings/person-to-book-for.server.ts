/** Whom a booking is for: whoever makes it, or somebody that staff book for and who may be new here. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type Actor, can } from '../identity/permissions';
import type { Commitment } from './booking.schema';

/** Null when the actor may not book for others. */
export async function personToBookFor(tx: Tx, actor: Actor, { bookFor, locale }: Commitment, now: Date): Promise<string | null> {
  if (actor.personId === null || bookFor === null) return actor.personId;
  if (!can(actor, 'booking.create_for_other')) return null;
  const email = bookFor.email.toLowerCase();
  const id = newId();
  const { count } = await tx.person.createMany({ data: { id, email, name: bookFor.name, locale, createdAt: now }, skipDuplicates: true });
  if (count === 1) {
    const by = { kind: 'person', personId: actor.personId } as const;
    await recordAudit(tx, { actor: by, action: 'person.created', subjectType: 'person', subjectId: id });
    return id;
  }
  const known = await tx.person.findUnique({ where: { email }, select: { id: true } });
  return known?.id ?? null;
}
