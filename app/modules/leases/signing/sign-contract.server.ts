/** What whoever has a signer's link can do: ask for a code, sign, decline. Every step is an event of the chain. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { inTransaction } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { addMinutes } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { Blocked, bindLease } from '../sign-lease.server';
import { sealContract } from './seal-contract.server';
import { appendEvent, type Origin } from './signature-chain.server';
import { CODE_MINUTES, CODE_TRIES, CONSENT_VERSION, MOST_CODES } from './signing';
import { codeOf, isCode } from './signing-code.server';
import { SIGNING_MAIL } from './signing.messages';
import { lockByToken, type LockedSigning, type SignerRow } from './signing.repository.server';

type Closed = { readonly code: 'not_found' } | { readonly code: 'not_open' } | { readonly code: 'already_signed' };

export type SignRefusal =
  | Closed
  | { readonly code: 'code_wrong' | 'code_expired' | 'code_missing' }
  /** The lease is another than the contract says. */
  | { readonly code: 'lease_changed' }
  /** It can no longer come into force: its time is somebody else's, or the tenant is gone. */
  | { readonly code: 'lease_blocked' };

export interface SignatureInput {
  readonly typedName: string;
  /** The code from the mail; null for somebody signed in with the signer's address. */
  readonly code: string | null;
  /** The address that the browser is signed in with. */
  readonly sessionEmail: string | null;
}

/** Sends a code to the signer's own address. Refusal `too_many`: there have been enough of them. */
export async function askForSigningCode(
  token: string,
  origin: Origin,
  now: Date,
): Promise<Result<null, Closed | { readonly code: 'too_many' }>> {
  return inTransaction(async (tx) => {
    const found = await lockOpen(tx, token);
    if (!found.ok) return found;
    const { signer, signing } = found.value;
    if (signer.codesSent >= MOST_CODES) return refuse({ code: 'too_many' });
    await tx.signer.update({
      where: { id: signer.id },
      data: { codeIssuedAt: now, codeTries: 0, codesSent: { increment: 1 } },
      select: { id: true },
    });
    await enqueue(tx, SIGNING_MAIL, { kind: 'code', signerId: signer.id, issuedAt: now.toISOString() });
    await appendEvent(tx, signing.id, { kind: 'code_sent', party: signer.party, origin, data: { to: signer.email } }, now);
    return ok(null);
  });
}

/** Signs for a party; when the other has signed too, the contract is sealed and the lease comes into force. */
export async function signContract(token: string, input: SignatureInput, origin: Origin, now: Date): Promise<Result<null, SignRefusal>> {
  try {
    return await inTransaction((tx) => sign(tx, token, input, origin, now));
  } catch (error) {
    if (error instanceof Blocked) return refuse({ code: 'lease_blocked' });
    throw error;
  }
}

async function sign(tx: Tx, token: string, input: SignatureInput, origin: Origin, now: Date): Promise<Result<null, SignRefusal>> {
  const found = await lockOpen(tx, token);
  if (!found.ok) return found;
  const { signer, signing } = found.value;
  if (signing.document.lease.state !== 'offered' || signing.document.lease.version !== signing.document.leaseVersion) {
    return refuse({ code: 'lease_changed' });
  }
  const identity = await identify(tx, { signer, signing, input, origin }, now);
  if (!identity.ok) return identity;
  await tx.signer.update({ where: { id: signer.id }, data: { signedAt: now, codeIssuedAt: null }, select: { id: true } });
  const data = {
    ...{ typedName: input.typedName, name: signer.name, email: signer.email, for: signer.organisationName, identity: identity.value },
    ...{ consentVersion: CONSENT_VERSION, version: signing.document.version, sha256: signing.document.sha256 },
  };
  await appendEvent(tx, signing.id, { kind: 'signed', party: signer.party, origin, data }, now);
  const last = signing.signers.every(({ id, signedAt }) => id === signer.id || signedAt !== null);
  if (last) await complete(tx, signing, now);
  return ok(null);
}

/** A wrong code counts: after five, a new one is asked for. */
async function identify(
  tx: Tx,
  { signer, signing, input, origin }: { signer: SignerRow; signing: LockedSigning; input: SignatureInput; origin: Origin },
  now: Date,
): Promise<Result<'session' | 'code', Extract<SignRefusal, { code: 'code_wrong' | 'code_expired' | 'code_missing' }>>> {
  if (input.sessionEmail?.toLowerCase() === signer.email.toLowerCase()) return ok('session');
  if (input.code === null || signer.codeIssuedAt === null) return refuse({ code: 'code_missing' });
  if (signer.codeTries >= CODE_TRIES || addMinutes(signer.codeIssuedAt, CODE_MINUTES) <= now) return refuse({ code: 'code_expired' });
  const right = isCode(input.code, codeOf(signer.id, signer.codeIssuedAt));
  await appendEvent(tx, signing.id, { kind: right ? 'code_verified' : 'code_failed', party: signer.party, origin, data: {} }, now);
  if (right) return ok('code');
  await tx.signer.update({ where: { id: signer.id }, data: { codeTries: { increment: 1 } }, select: { id: true } });
  return refuse({ code: 'code_wrong' });
}

async function complete(tx: Tx, signing: LockedSigning, now: Date): Promise<void> {
  const sealed = await sealContract(tx, signing.id, now);
  const sealedFileId = await storeFile(tx, { bytes: sealed.bytes, mime: 'application/pdf', ownerId: null });
  const data: Prisma.SigningUncheckedUpdateInput = { state: 'signed', closedAt: now, sealedFileId, sealedSha256: sealed.sha256 };
  await tx.signing.update({ where: { id: signing.id }, data, select: { id: true } });
  await appendEvent(tx, signing.id, { kind: 'sealed', party: null, origin: null, data: { sha256: sealed.sha256 } }, now);
  await bindLease(tx, signing.document.lease.id, { keepBookings: true, by: { kind: 'system' } }, now);
  for (const { id: signerId } of signing.signers) await enqueue(tx, SIGNING_MAIL, { kind: 'signed', signerId });
}

/** The signer does not want it; both are told. */
export async function declineContract(token: string, reason: string, origin: Origin, now: Date): Promise<Result<null, Closed>> {
  return inTransaction(async (tx) => {
    const found = await lockOpen(tx, token);
    if (!found.ok) return found;
    const { signer, signing } = found.value;
    await tx.signing.update({ where: { id: signing.id }, data: { state: 'declined', closedAt: now }, select: { id: true } });
    await appendEvent(tx, signing.id, { kind: 'declined', party: signer.party, origin, data: { reason } }, now);
    for (const { id: signerId } of signing.signers) await enqueue(tx, SIGNING_MAIL, { kind: 'declined', signerId });
    return ok(null);
  });
}

async function lockOpen(tx: Tx, token: string): Promise<Result<{ signer: SignerRow; signing: LockedSigning }, Closed>> {
  const found = await lockByToken(tx, token);
  if (!found) return refuse({ code: 'not_found' });
  if (found.signer.signedAt !== null) return refuse({ code: 'already_signed' });
  return found.signing.state === 'open' ? ok(found) : refuse({ code: 'not_open' });
}

/** Notes that the link was opened for the first time, or the contract taken. */
export async function noteLook(token: string, kind: 'opened' | 'downloaded', origin: Origin, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await lockByToken(tx, token);
    if (!found || found.signing.state !== 'open') return;
    const { signer, signing } = found;
    if (await tx.signatureEvent.count({ where: { signingId: signing.id, kind, party: signer.party } })) return;
    await appendEvent(tx, signing.id, { kind, party: signer.party, origin, data: {} }, now);
  });
}
