/** The chain of what happened to a contract: each event's hash is over its own words and the hash before it. */
import { createHash } from 'node:crypto';
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { LeaseParty } from '../lease';

export type SignatureEventKind =
  | 'created'
  | 'sent'
  | 'opened'
  | 'downloaded'
  | 'code_sent'
  | 'code_failed'
  | 'code_verified'
  | 'signed'
  | 'declined'
  | 'withdrawn'
  | 'sealed';

/** Where a request came from. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
}

export interface NewSignatureEvent {
  readonly kind: SignatureEventKind;
  readonly party: LeaseParty | null;
  readonly origin: Origin | null;
  /** Texts and numbers alone. */
  readonly data: Readonly<Record<string, string | number>>;
}

export interface StoredSignatureEvent {
  readonly signingId: string;
  readonly position: number;
  readonly kind: string;
  readonly party: LeaseParty | null;
  readonly at: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly data: Prisma.JsonValue;
  readonly previousHash: string;
  readonly hash: string;
}

const BEGINNING = '0'.repeat(64);
const AGENT_LENGTH = 300;

/** Adds an event. The caller holds the signing's lock, so that two are never at the same place. */
export async function appendEvent(tx: Tx, signingId: string, { kind, party, origin, data }: NewSignatureEvent, now: Date): Promise<void> {
  const last = await tx.signatureEvent.findFirst({
    where: { signingId },
    orderBy: { position: 'desc' },
    select: { position: true, hash: true },
  });
  const event = {
    ...{ signingId, position: (last?.position ?? 0) + 1, kind, party, at: now, data },
    ...{ address: origin?.address ?? null, userAgent: origin?.userAgent.slice(0, AGENT_LENGTH) ?? null },
    previousHash: last?.hash ?? BEGINNING,
  };
  await tx.signatureEvent.create({ data: { id: newId(), ...event, hash: hashOf(event) }, select: { id: true } });
}

function hashOf(event: Omit<StoredSignatureEvent, 'hash'>): string {
  const { signingId, position, kind, party, at, address, userAgent, data, previousHash } = event;
  const sorted = Object.entries(data as Record<string, unknown>).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const words = JSON.stringify([signingId, position, kind, party, at.toISOString(), address, userAgent, sorted, previousHash]);
  return createHash('sha256').update(words).digest('hex');
}

/** The place of the first event that is not what it was, or that is missing; null when the whole chain holds. */
export function brokenAt(events: readonly StoredSignatureEvent[]): number | null {
  let previous = BEGINNING;
  for (const [index, event] of events.entries()) {
    if (event.position !== index + 1 || event.previousHash !== previous || hashOf(event) !== event.hash) return index + 1;
    previous = event.hash;
  }
  return null;
}
