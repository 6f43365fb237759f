/** Reads and writes signings with their signers. */
import type { Tx } from '~/infrastructure/db.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import { type SessionSigner, SIGNER_TOKEN } from './signing';

export async function insertSigning(tx: Tx, documentId: string, signers: readonly SessionSigner[], now: Date): Promise<string> {
  const id = newId();
  await tx.signing.create({ data: { id, documentId, state: 'open', createdAt: now }, select: { id: true } });
  for (const signer of signers) {
    const signerId = newId();
    const hash = tokenHash(tokenOf(SIGNER_TOKEN, signerId));
    await tx.signer.create({ data: { id: signerId, signingId: id, ...signer, tokenHash: hash }, select: { id: true } });
  }
  return id;
}

/** The signing of a signer's link with both signers, locked; null when the link leads nowhere. */
export async function lockByToken(tx: Tx, token: string) {
  const found = await tx.signer.findUnique({ where: { tokenHash: tokenHash(token) }, select: { id: true, signingId: true } });
  const signing = found && (await lockSigning(tx, found.signingId));
  const signer = signing?.signers.find(({ id }) => id === found?.id);
  return signing && signer ? { signing, signer } : null;
}

export async function lockSigning(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM signing WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.signing.findUnique({
    where: { id },
    include: {
      signers: { orderBy: { party: 'asc' } },
      document: { include: { lease: { select: { id: true, number: true, organisationId: true, state: true, version: true } } } },
    },
  });
}

export type LockedSigning = NonNullable<Awaited<ReturnType<typeof lockSigning>>>;
export type SignerRow = LockedSigning['signers'][number];
