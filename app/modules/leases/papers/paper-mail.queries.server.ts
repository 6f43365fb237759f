/** What a mail about a paper says, and to whom, read when it is sent. */
import { db, type Prisma } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { fromDateColumn } from '~/lib/local-time';
import { findLeaseContacts } from './lease-contact.queries.server';
import type { PaperMailFacts } from './paper-mail';
import type { PaperMailPayload } from './paper.messages';

export interface PaperMail {
  readonly to: string;
  readonly facts: PaperMailFacts;
  /** The paper itself, for a mail that brings one. */
  readonly attachment: { readonly filename: string; readonly bytes: Uint8Array } | null;
}

const ADJUSTMENT = {
  document: { include: { file: { select: { bytes: true } } } },
  lease: { select: { number: true, organisation: { select: { id: true, name: true } } } },
} as const satisfies Prisma.IndexAdjustmentInclude;

/** A mail for each contact of the tenant. A notice that was withdrawn before its mail went out is not sent any more. */
export async function loadPaperMails(payload: PaperMailPayload, now: Date): Promise<PaperMail[]> {
  const { kind } = payload;
  const where = kind === 'index_letter' ? { documentId: payload.documentId, withdrawnAt: null } : { id: payload.adjustmentId };
  const row = await db.indexAdjustment.findFirst({ where, include: ADJUSTMENT });
  if (!row) return [];
  const { organisation, number } = row.lease;
  const facts = {
    ...{ kind, reference: `L-${number}`, tenant: organisation.name, effectiveOn: fromDateColumn(row.effectiveOn) },
    url: `${env.PUBLIC_URL}/dokument/${row.documentId}`,
  };
  const attachment = kind === 'index_letter' ? { filename: `${row.document.title}.pdf`, bytes: row.document.file.bytes } : null;
  const contacts = await findLeaseContacts(db, organisation.id, now);
  return contacts.map(({ name, email, locale }) => ({ to: email, facts: { ...facts, name, locale }, attachment }));
}
