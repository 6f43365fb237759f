/** Papers of leases, for those whom they concern. */
import { db } from '~/infrastructure/db.server';
import { readFile } from '~/infrastructure/file-store.server';
import { type Actor, can } from '../../identity/permissions';

/** The bytes of a paper, of a contract with its evidence once it is sealed; null for one that does not exist or is none of the actor's business. */
export async function findDocumentFile(actor: Actor, id: string): Promise<{ title: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const document = await db.document.findUnique({
    where: { id },
    select: { title: true, fileId: true, signing: { select: { sealedFileId: true } }, lease: { select: { organisationId: true } } },
  });
  if (!document || !can(actor, 'document.view', { organisationId: document.lease.organisationId })) return null;
  const file = await readFile(document.signing?.sealedFileId ?? document.fileId);
  return file && { title: document.title, bytes: file.bytes };
}
