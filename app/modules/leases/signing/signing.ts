/** Signing a contract in the house itself: a link by mail, and a code by mail or the signed-in session, and a name typed. */
import type { Locale } from '~/lib/locale';
import type { LeaseParty } from '../lease';

/** What the signer agrees to; the version stands in the evidence. */
export const CONSENT_VERSION = '2026-11';

export const CONSENT = {
  nb: 'Jeg har lest avtalen, har rett til å binde den jeg signerer for, og signerer den elektronisk med samme virkning som på papir.',
  en: 'I have read the lease, may bind the party I sign for, and sign it electronically with the same effect as on paper.',
} as const;

export const CODE_MINUTES = 15;
export const CODE_TRIES = 5;
export const MOST_CODES = 10;

export const SIGNER_TOKEN = 'signer';

export interface SignerInput {
  readonly name: string;
  readonly email: string;
}

export interface SessionSigner extends SignerInput {
  readonly party: LeaseParty;
  readonly locale: Locale;
  readonly organisationName: string;
  readonly organisationNumber: string | null;
}

/**
 * Who carries a signing out. The house does it itself (`built-in.server.ts`); BankID through a provider would be another,
 * whose webhook ends in the same events.
 */
export interface SigningProvider<Tx> {
  /** Begins a signing of a document by two signers, and asks them; gives back its id. */
  createSigningSession(
    tx: Tx,
    session: { readonly documentId: string; readonly signers: readonly SessionSigner[] },
    now: Date,
  ): Promise<string>;
  /** The contract with its evidence once both have signed; null before. */
  fetchSignedPdf(tx: Tx, signingId: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string } | null>;
}
