/** Credit notes as pages and papers show them. */
import { db } from '~/infrastructure/db.server';
import { readFile } from '~/infrastructure/file-store.server';
import type { LocalDate } from '~/lib/local-time';
import { findById as findInvoice, type InvoiceRow } from '../invoice.repository.server';
import type { VatGroup } from '../vat-groups';
import { type CreditNoteRow, findByInvoice, findById } from './credit-note.repository.server';
import { creditGroups, leftOf } from './decide-credit';

export interface CreditableView {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly buyer: string;
  readonly creditable: boolean;
  /** Of each line, what may still be taken back of it by itself. */
  readonly lines: readonly { readonly id: string; readonly description: string; readonly leftOre: number }[];
}

/** What is left to credit of an invoice; null when there is no such invoice. */
export async function findCreditable(invoiceId: string): Promise<CreditableView | null> {
  const invoice = await findInvoice(db, invoiceId);
  if (!invoice) return null;
  const left = leftOf(
    invoice.lines,
    (await standing(invoiceId)).map(({ lines }) => lines),
  );
  return {
    ...{ invoiceId, number: invoice.number, buyer: invoice.buyer.name },
    creditable: invoice.number !== null && invoice.state !== 'void' && left.some(({ netOre }) => netOre !== 0),
    lines: invoice.lines.flatMap(({ id, description }) => {
      const leftOre = left.find(({ invoiceLineId }) => invoiceLineId === id)?.netOre ?? 0;
      return leftOre > 0 ? [{ id, description, leftOre }] : [];
    }),
  };
}

async function standing(invoiceId: string): Promise<CreditNoteRow[]> {
  return (await findByInvoice(db, invoiceId)).filter(({ state }) => state !== 'failed');
}

export interface CreditNoteLine {
  readonly id: string;
  readonly number: string | null;
  readonly state: CreditNoteRow['state'];
  readonly issuedOn: LocalDate;
  readonly grossOre: number;
  readonly refundOre: number;
  readonly reason: string;
}

/** The credit notes of an invoice, in their order. */
export async function listCreditNotes(invoiceId: string): Promise<CreditNoteLine[]> {
  return (await findByInvoice(db, invoiceId)).map(({ id, number, state, issuedOn, grossOre, refundOre, reason }) => ({
    ...{ id, number, state, issuedOn, grossOre, refundOre, reason },
  }));
}

export interface CreditPaperFacts {
  readonly note: CreditNoteRow;
  readonly invoice: InvoiceRow;
  readonly groups: readonly VatGroup[];
}

/** What stands on the paper of an issued credit note. */
export async function findCreditPaper(creditNoteId: string): Promise<CreditPaperFacts | null> {
  const note = await findById(db, creditNoteId);
  const invoice = note && (await findInvoice(db, note.invoiceId));
  if (!note || !invoice || note.state !== 'issued') return null;
  const issued = (await findByInvoice(db, invoice.id)).filter(({ state }) => state === 'issued');
  const earlier = issued.slice(
    0,
    issued.findIndex(({ id }) => id === creditNoteId),
  );
  return {
    note,
    invoice,
    groups: creditGroups(
      invoice.lines,
      earlier.map(({ lines }) => lines),
      note.lines,
    ),
  };
}

/** The kept paper of a credit note of an invoice; null while there is none. */
export async function readCreditPdf(
  invoiceId: string,
  creditNoteId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; number: string } | null> {
  const note = await findById(db, creditNoteId);
  if (note?.invoiceId !== invoiceId || note.fileId === null || note.number === null) return null;
  const file = await readFile(note.fileId);
  return file && { bytes: file.bytes, number: note.number };
}
