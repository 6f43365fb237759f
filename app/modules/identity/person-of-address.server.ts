import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

export interface AddressedPerson {
  /** In small letters, as all addresses are stored. */
  readonly email: string;
  /** For whoever is new; somebody known keeps their own. */
  readonly name: string;
  /** The language they are written to in; Norwegian when left out. */
  readonly locale?: string;
}

/** Whoever has the e-mail address: known, or made now, with a trail of who named them. Of two at once the second finds the first's. */
export async function personOfAddress(tx: Tx, { email, ...about }: AddressedPerson, namedById: string, now: Date): Promise<string> {
  const id = newId();
  const { count } = await tx.person.createMany({ data: { id, email, ...about, createdAt: now }, skipDuplicates: true });
  if (count === 0) return (await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const actor = { kind: 'person', personId: namedById } as const;
  await recordAudit(tx, { actor, action: 'person.created', subjectType: 'person', subjectId: id });
  return id;
}
