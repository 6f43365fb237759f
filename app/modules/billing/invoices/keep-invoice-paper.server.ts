/** Keeps the house's own copy of an issued invoice for the books: made once, from the rows that never change. */
import { inTransaction } from '~/infrastructure/db.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import { setFile } from './invoice.repository.server';
import { findInvoicePaper, readInvoicePdf } from './invoice-page.queries.server';
import { invoicePaper } from './invoice-paper';

/** The copy that is kept, made when there is none yet. Null for an invoice without a number. */
export async function keepInvoicePaper(invoiceId: string): Promise<Uint8Array | null> {
  const kept = await readInvoicePdf(invoiceId, null);
  if (kept) return kept.bytes;
  const invoice = await findInvoicePaper(invoiceId);
  if (!invoice || invoice.number === null) return null;
  const bytes = await renderPdf(invoicePaper(invoice));
  // Whoever comes second keeps what the first one stored.
  await inTransaction(async (tx) => {
    const { length } = await tx.$queryRaw<unknown[]>`SELECT 1 FROM invoice WHERE id = ${invoiceId}::uuid AND file_id IS NULL FOR UPDATE`;
    if (length === 0) return;
    await setFile(tx, invoiceId, await storeFile(tx, { bytes, mime: 'application/pdf', ownerId: null }));
  });
  return (await readInvoicePdf(invoiceId, null))?.bytes ?? bytes;
}
