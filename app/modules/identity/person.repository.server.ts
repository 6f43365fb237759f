import { db, type Tx } from '~/infrastructure/db.server';

export type SignInPerson = { readonly id: string; readonly name: string; readonly phone: string | null; readonly emailVerified: boolean };

/** `email` in small letters, as all addresses are stored. */
export function findByEmail(email: string): Promise<SignInPerson | null> {
  return db.person.findUnique({ where: { email }, select: { id: true, name: true, phone: true, emailVerified: true } });
}

export async function update(tx: Tx, id: string, changes: { name?: string; phone?: string; locale?: string }): Promise<void> {
  await tx.person.update({ where: { id }, data: changes, select: { id: true } });
}

/** The person has shown that the address is theirs. */
export async function markEmailVerified(id: string): Promise<void> {
  await db.person.update({ where: { id }, data: { emailVerified: true }, select: { id: true } });
}
