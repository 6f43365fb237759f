/** The adult who answers for a group without a number: known by the e-mail address, or new here. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

export async function personToAnswer(
  tx: Tx,
  { name, email }: { readonly name: string; readonly email: string },
  actorId: string,
  now: Date,
): Promise<string> {
  const id = newId();
  const { count } = await tx.person.createMany({ data: { id, name, email, createdAt: now }, skipDuplicates: true });
  if (count === 1) {
    const by = { kind: 'person', personId: actorId } as const;
    await recordAudit(tx, { actor: by, action: 'person.created', subjectType: 'person', subjectId: id });
    return id;
  }
  const known = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  return known.id;
}
