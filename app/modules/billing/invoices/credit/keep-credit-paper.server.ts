/** Keeps the house's own copy of an issued credit note: made once. */
import { inTransaction } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import { setFile } from './credit-note.repository.server';
import { type CreditPaperFacts, findCreditPaper, readCreditPdf } from './credit-page.queries.server';
import { creditPaper } from './credit-paper';

/** The copy and what stands on it; null for a credit note without a number. */
export async function keepCreditPaper(creditNoteId: string): Promise<(CreditPaperFacts & { readonly bytes: Uint8Array }) | null> {
  const facts = await findCreditPaper(creditNoteId);
  if (!facts) return null;
  const kept = await readCreditPdf(facts.invoice.id, creditNoteId);
  if (kept) return { ...facts, bytes: kept.bytes };
  const bytes = await renderPdf(creditPaper(facts));
  // Whoever comes second keeps what the first one stored.
  await inTransaction(async (tx) => {
    const { length } = await tx.$queryRaw<
      unknown[]
    >`SELECT 1 FROM credit_note WHERE id = ${creditNoteId}::uuid AND file_id IS NULL FOR UPDATE`;
    if (length === 0) return;
    await setFile(tx, creditNoteId, await storeFile(tx, { bytes, mime: 'application/pdf', ownerId: null }));
  });
  return { ...facts, bytes: (await readCreditPdf(facts.invoice.id, creditNoteId))?.bytes ?? bytes };
}
