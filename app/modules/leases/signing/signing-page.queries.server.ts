/** A contract as its signer, the tenant and the house see it; and the proof that nothing of it was changed. */
import { createHash } from 'node:crypto';
import { db } from '~/infrastructure/db.server';
import { readFile } from '~/infrastructure/file-store.server';
import { isToken, tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import type { LeaseParty } from '../lease';
import type { DocumentKind } from '../papers/document';
import { brokenAt, type SignatureEventKind } from './signature-chain.server';
import { CONSENT, SIGNER_TOKEN } from './signing';

export interface SigningPage {
  readonly state: 'open' | 'signed' | 'declined' | 'withdrawn';
  readonly title: string;
  readonly version: number;
  readonly sha256: string;
  readonly locale: 'nb' | 'en';
  readonly consent: string;
  readonly signer: {
    readonly name: string;
    readonly email: string;
    readonly party: LeaseParty;
    readonly organisationName: string;
    readonly signedAt: Date | null;
  };
  readonly other: { readonly name: string; readonly signedAt: Date | null };
  /** A code has been sent, and may be typed. */
  readonly codeSent: boolean;
}

export async function findSigningPage(token: string): Promise<SigningPage | null> {
  if (!isToken(token)) return null;
  const signer = await db.signer.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { signing: { include: { signers: true, document: true } } },
  });
  const other = signer?.signing.signers.find(({ id }) => id !== signer.id);
  if (!signer || !other) return null;
  const { state, document } = signer.signing;
  const locale = document.locale === 'en' ? 'en' : 'nb';
  return {
    ...{ state, title: document.title, version: document.version, sha256: document.sha256, locale, consent: CONSENT[locale] },
    signer: {
      name: signer.name,
      email: signer.email,
      party: signer.party,
      organisationName: signer.organisationName,
      signedAt: signer.signedAt,
    },
    other: { name: other.name, signedAt: other.signedAt },
    codeSent: signer.codeIssuedAt !== null,
  };
}

/** The contract for who has a signer's link: as it was sent, and with its evidence once it is sealed. */
export async function findSignerFile(token: string): Promise<{ title: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  if (!isToken(token)) return null;
  const signer = await db.signer.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { signing: { select: { sealedFileId: true, document: { select: { title: true, fileId: true } } } } },
  });
  if (!signer) return null;
  const { sealedFileId, document } = signer.signing;
  const file = await readFile(sealedFileId ?? document.fileId);
  return file && { title: document.title, bytes: file.bytes };
}

export interface PaperLine {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly title: string;
  readonly createdAt: Date;
  readonly sha256: string;
  readonly signing: {
    readonly id: string;
    readonly state: SigningPage['state'];
    readonly signers: readonly { party: LeaseParty; name: string; signedAt: Date | null }[];
  } | null;
  /** Where the person with this mail address signs; null when there is nothing to sign. */
  readonly signPath: string | null;
}

/** Papers of a lease or of all leases of an organisation, the newest first. */
export async function listPapers(
  where: { readonly leaseId: string } | { readonly organisationId: string },
  email: string | null,
): Promise<PaperLine[]> {
  const rows = await db.document.findMany({
    where: 'leaseId' in where ? { leaseId: where.leaseId } : { lease: { organisationId: where.organisationId } },
    include: { signing: { include: { signers: { orderBy: { party: 'asc' } } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  return rows.map(({ id, kind, version, title, createdAt, sha256, signing }) => {
    const mine =
      signing?.state === 'open' ? signing.signers.find((signer) => signer.email === email && signer.signedAt === null) : undefined;
    return {
      ...{ id, kind, version, title, createdAt, sha256 },
      signing: signing && {
        ...{ id: signing.id, state: signing.state },
        signers: signing.signers.map(({ party, name, signedAt }) => ({ party, name, signedAt })),
      },
      signPath: mine ? `/signer/${tokenOf(SIGNER_TOKEN, mine.id)}` : null,
    };
  });
}

export interface SigningProof {
  readonly id: string;
  readonly leaseId: string;
  readonly documentId: string;
  readonly title: string;
  readonly state: SigningPage['state'];
  readonly sha256: string;
  readonly sealedSha256: string | null;
  /** The first event of the chain that is not what it was; null when all are. */
  readonly brokenAt: number | null;
  /** Whether the stored bytes still have the hashes that were noted. */
  readonly fileIntact: boolean;
  readonly sealedIntact: boolean | null;
  readonly events: readonly {
    position: number;
    kind: SignatureEventKind;
    party: LeaseParty | null;
    at: Date;
    address: string | null;
    hash: string;
  }[];
}

/** Computes every hash anew: of the events, of the file that was signed, of the sealed one. */
export async function verifySigning(id: string): Promise<SigningProof | null> {
  const signing = await db.signing.findUnique({
    where: { id },
    include: {
      document: { include: { file: { select: { bytes: true } } } },
      sealedFile: { select: { bytes: true } },
      events: { orderBy: { position: 'asc' } },
    },
  });
  if (!signing) return null;
  const { document, sealedFile, sealedSha256, events, state } = signing;
  const signedHashes = events.flatMap(({ kind, data }) => (kind === 'signed' ? [(data as { sha256?: unknown }).sha256] : []));
  return {
    ...{ id, state, leaseId: document.leaseId, documentId: document.id, title: document.title, sha256: document.sha256, sealedSha256 },
    brokenAt: brokenAt(events),
    fileIntact: sha256(document.file.bytes) === document.sha256 && signedHashes.every((hash) => hash === document.sha256),
    sealedIntact: sealedFile && sha256(sealedFile.bytes) === sealedSha256,
    events: events.map(({ position, kind, party, at, address, hash }) => ({
      position,
      kind: kind as SignatureEventKind,
      party,
      at,
      address,
      hash,
    })),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
