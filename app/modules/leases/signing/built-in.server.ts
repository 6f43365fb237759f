/** Signing carried out by the house itself. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import type { SigningProvider } from './signing';
import { SIGNING_MAIL } from './signing.messages';
import { appendEvent } from './signature-chain.server';
import { insertSigning } from './signing.repository.server';

export const builtInSigning: SigningProvider<Tx> = {
  async createSigningSession(tx, { documentId, signers }, now) {
    const { version, sha256 } = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { version: true, sha256: true } });
    const id = await insertSigning(tx, documentId, signers, now);
    await appendEvent(tx, id, { kind: 'created', party: null, origin: null, data: { documentId, version, sha256 } }, now);
    for (const { id: signerId } of await tx.signer.findMany({ where: { signingId: id }, select: { id: true } })) {
      await enqueue(tx, SIGNING_MAIL, { kind: 'asked', signerId });
    }
    return id;
  },
  async fetchSignedPdf(tx, signingId) {
    const signing = await tx.signing.findUnique({
      where: { id: signingId },
      select: { sealedSha256: true, sealedFile: { select: { bytes: true } } },
    });
    return signing?.sealedFile && signing.sealedSha256 ? { bytes: signing.sealedFile.bytes, sha256: signing.sealedSha256 } : null;
  },
};
