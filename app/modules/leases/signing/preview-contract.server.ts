/** The contract as it would be sent, without keeping it. */
import { db } from '~/infrastructure/db.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import type { Locale } from '~/lib/locale';
import { loadContractDraft } from './contract-facts.queries.server';
import { layOutContract } from './lay-out-contract';

/** Null when there is no such lease. */
export async function previewContract(
  leaseId: string,
  locale: Locale,
  now: Date,
): Promise<{ title: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const draft = await loadContractDraft(db, leaseId, { locale, extra: [] }, now);
  if (!draft) return null;
  const version = 1 + (await db.document.count({ where: { leaseId, kind: 'lease' } }));
  return { title: draft.content.title, bytes: await renderPdf(layOutContract({ ...draft.paper, version, madeAt: now }, null)) };
}
