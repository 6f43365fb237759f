/** A file from the bank: sent in and looked at first, booked when somebody has seen what becomes of it. */
import { createHash } from 'node:crypto';
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { cleanText } from '~/lib/text';
import { type Actor, can } from '../../identity/permissions';
import { receivePayment } from '../incoming/receive-payment.server';
import { decideLines, findOwnAccount } from './bank-file.queries.server';
import type { BankFileRefusal } from './bank-line';
import type { DecidedLine } from './decide-bank-lines';
import { readBankFile } from './read-bank-file';

/** Bytes. */
const LARGEST = 5 * 1024 * 1024;
const LONGEST_NAME = 120;
/** Few enough for one transaction, also on a slow day. */
const BATCH = 40;

export type UploadRefusal =
  | BankFileRefusal
  | { code: 'not_allowed' }
  | { code: 'no_file' }
  | { code: 'too_large' }
  /** No payment in it came in. */
  | { code: 'nothing_in_it' }
  /** Of an account that no invoice names. */
  | { code: 'other_account'; account: string };

/**
 * Keeps a file that can be read, and answers its id. The same file again is the one that is there. Refused when it cannot be read or is
 * of another account; then nothing is kept.
 */
export async function uploadBankFile(
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Result<{ readonly fileId: string; readonly repeated: boolean }, UploadRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  if (file.bytes.byteLength === 0) return refuse({ code: 'no_file' });
  if (file.bytes.byteLength > LARGEST) return refuse({ code: 'too_large' });
  const content = readBankFile(file.bytes);
  if (!content.ok) return content;
  const { lines } = content.value;
  if (lines.length === 0) return refuse({ code: 'nothing_in_it' });
  const own = await findOwnAccount(db, now);
  const other = lines.find(({ account }) => account !== own);
  if (other) return refuse({ code: 'other_account', account: other.account });
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const id = newId();
  const name = cleanText(file.name, { max: LONGEST_NAME }) || 'bank';
  return inTransaction(async (tx) => {
    const data = { id, sha256, name, bytes: new Uint8Array(file.bytes), uploadedById: personId };
    const { count } = await tx.bankFile.createMany({ data, skipDuplicates: true });
    const kept = await tx.bankFile.findUniqueOrThrow({ where: { sha256 }, select: { id: true } });
    return ok({ fileId: kept.id, repeated: count === 0 });
  });
}

/**
 * Books the payments of a file that are not booked yet. Cut off halfway, it is sent again and does what is left; two people at once book
 * each payment once. Answers how many this call booked.
 */
export async function importBankFile(
  actor: Actor,
  fileId: string,
  now: Date,
): Promise<Result<{ readonly booked: number }, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  const file = await db.bankFile.findUnique({ where: { id: fileId }, select: { bytes: true, name: true } });
  if (!file) return refuse({ code: 'not_found' });
  const content = readBankFile(file.bytes);
  if (!content.ok) throw new Error(`Bank file ${fileId} cannot be read any more: ${content.fault}`);
  const decided = await decideLines(db, content.value.lines, now);
  const wanted = decided.filter(({ outcome }) => outcome !== 'known');
  let booked = 0;
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    booked += await inTransaction((tx) => bookLines(tx, batch, fileId, now));
  }
  await inTransaction(async (tx) => {
    const { count } = await tx.bankFile.updateMany({ where: { id: fileId, state: 'read' }, data: { state: 'imported', importedAt: now } });
    if (count === 0) return;
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'bank_file.imported', subjectType: 'bank_file', subjectId: fileId },
      after: { name: file.name, payments: booked },
    });
  });
  return ok({ booked });
}

async function bookLines(tx: Tx, lines: readonly DecidedLine[], bankFileId: string, now: Date): Promise<number> {
  let booked = 0;
  for (const { line, sourceKey, invoice } of lines) {
    const { receivedOn, amountOre, kid, payerName, payerAccount, message } = line;
    const payment = { way: 'bank' as const, sourceKey, organisationId: null, receivedOn, amountOre, kid, payerName, payerAccount, message };
    const received = await receivePayment(tx, { ...payment, bankFileId }, invoice?.id ?? null, now);
    if (received.outcome === 'stored') booked += 1;
  }
  return booked;
}
