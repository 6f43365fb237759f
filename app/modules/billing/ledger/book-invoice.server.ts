/** Issued invoices in the books: in the transaction that gives them their number, or made up for later. */
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { fromDateColumn } from '~/lib/local-time';
import { totalsOf } from '../invoices/vat-groups';
import { invoiceIssued } from './postings';
import { postVoucher } from './post-voucher.server';

const MOST = 500;

/** Books an invoice that has its number, once. Each line goes to the account of its charge's kind; a line without one is an adjustment. */
export async function bookInvoice(tx: Tx, invoiceId: string): Promise<void> {
  const invoice = await tx.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
    select: {
      ...{ organisationId: true, number: true, issuedOn: true },
      lines: {
        orderBy: { position: 'asc' },
        select: {
          ...{ description: true, netOre: true, vatCode: true, vatBp: true, vatCategory: true, vatReason: true },
          charge: { select: { kind: true } },
        },
      },
    },
  });
  const { organisationId, number, issuedOn, lines } = invoice;
  if (number === null) throw new Error(`Invoice ${invoiceId} has no number`);
  const sales = lines.map(({ charge, description, netOre, vatCode, vatBp }) => ({
    ...{ kind: charge?.kind ?? ('adjustment' as const), text: description, netOre, vatCode, vatBp },
  }));
  const { groups } = totalsOf(lines);
  await postVoucher(tx, invoiceIssued({ invoiceId, organisationId, number, on: fromDateColumn(issuedOn), lines: sales, vat: groups }));
}

/** Makes up for invoices that were issued before there were books. Answers how many were missing. */
export async function bookMissingInvoices(): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i.id::text FROM invoice i
    WHERE i.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.key = 'invoice:' || i.id)
    ORDER BY i.issued_on, i.number LIMIT ${MOST}`;
  for (const { id } of rows) await inTransaction((tx) => bookInvoice(tx, id));
  return rows.length;
}
