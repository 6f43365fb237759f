/** Writes the papers of leases. A paper's bytes are stored with it, and never changed. */
import { createHash } from 'node:crypto';
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { newId } from '~/lib/ids.server';
import type { Locale } from '~/lib/locale';
import type { DocumentKind } from './document';

export interface NewDocument {
  readonly leaseId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly locale: Locale;
  readonly bytes: Uint8Array;
  readonly createdById: string;
  /** Of a contract: what it says, and the version of the lease that it says it of. */
  readonly contract?: { readonly leaseVersion: number; readonly content: Prisma.InputJsonObject };
}

/** Stores a paper as the next version of its kind. The caller holds the lease's lock, so that no two are the same version. */
export async function insertDocument(
  tx: Tx,
  { bytes, contract, ...document }: NewDocument,
  now: Date,
): Promise<{ id: string; version: number; sha256: string }> {
  const { leaseId, kind, createdById } = document;
  const { _max } = await tx.document.aggregate({ where: { leaseId, kind }, _max: { version: true } });
  const fileId = await storeFile(tx, { bytes, mime: 'application/pdf', ownerId: createdById });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return tx.document.create({
    data: { id: newId(), ...document, ...contract, version: (_max.version ?? 0) + 1, fileId, sha256, createdAt: now },
    select: { id: true, version: true, sha256: true },
  });
}

/** Locks a lease until the end of the transaction: its papers and their numbers are made one after the other. */
export async function lockLeaseForPapers(tx: Tx, leaseId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM lease WHERE id = ${leaseId}::uuid FOR UPDATE`;
}
