/** Issued credit notes in the books, in the transaction that gives them their number. */
import type { Tx } from '~/infrastructure/db.server';
import { findById, findByInvoice } from '../invoices/credit/credit-note.repository.server';
import { creditGroups } from '../invoices/credit/decide-credit';
import { findById as findInvoice } from '../invoices/invoice.repository.server';
import { creditNoteIssued } from './postings';
import { postVoucher } from './post-voucher.server';

/** Books a credit note that has its number, once: the mirror of the lines it takes back, with the VAT that stands on it. */
export async function bookCreditNote(tx: Tx, creditNoteId: string): Promise<void> {
  const note = await findById(tx, creditNoteId);
  const invoice = note && (await findInvoice(tx, note.invoiceId));
  if (!note?.number || !invoice) throw new Error(`Credit note ${creditNoteId} has no number`);
  const notes = (await findByInvoice(tx, invoice.id)).filter(({ state }) => state === 'issued');
  const earlier = notes.slice(
    0,
    notes.findIndex(({ id }) => id === creditNoteId),
  );
  const kinds = await kindsOf(tx, invoice.id);
  const lines = note.lines.flatMap(({ invoiceLineId, netOre }) => {
    const line = invoice.lines.find(({ id }) => id === invoiceLineId);
    if (!line) return [];
    const { description, vatCode, vatBp } = line;
    return [{ kind: kinds.get(invoiceLineId) ?? ('adjustment' as const), text: description, netOre, vatCode, vatBp }];
  });
  const vat = creditGroups(
    invoice.lines,
    earlier.map((other) => other.lines),
    note.lines,
  );
  const { organisationId, id: invoiceId } = invoice;
  await postVoucher(tx, creditNoteIssued({ creditNoteId, organisationId, invoiceId, number: note.number, on: note.issuedOn, lines, vat }));
}

/** What each line's charge was for. */
async function kindsOf(tx: Tx, invoiceId: string) {
  const rows = await tx.invoiceLine.findMany({ where: { invoiceId }, select: { id: true, charge: { select: { kind: true } } } });
  return new Map(rows.flatMap(({ id, charge }) => (charge ? [[id, charge.kind] as const] : [])));
}
