/** Keeps files that people send, in the database: all servers share them, and they are backed up with what points at them. */
import { createHash } from 'node:crypto';
import { newId } from '~/lib/ids.server';
import { db, type Tx } from './db.server';

export interface NewFile {
  readonly bytes: Uint8Array;
  /** Checked by the caller against the bytes. */
  readonly mime: string;
  /** Who sent it, when that is known. */
  readonly ownerId: string | null;
}

/** Stores a file in the caller's transaction; without what points at it, it does not exist either. */
export async function storeFile(tx: Tx, { bytes, mime, ownerId }: NewFile): Promise<string> {
  const id = newId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.storedFile.create({
    data: { id, bytes: Uint8Array.from(bytes), sha256, mime, size: bytes.length, ownerId },
    select: { id: true },
  });
  return id;
}

/** The caller has asked whether whoever wants it may have it. */
export async function readFile(id: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string } | null> {
  return db.storedFile.findUnique({ where: { id }, select: { bytes: true, mime: true } });
}
