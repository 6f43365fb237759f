/** An organisation that owes: invoices as rows, already issued and booked. */
import { newId } from '../../app/lib/ids.server';
import { type LocalDate, toDateColumn } from '../../app/lib/local-time';
import type { Tx } from '../../app/infrastructure/db.server';
import { invoiceIssued } from '../../app/modules/billing/ledger/postings';
import { postVoucher } from '../../app/modules/billing/ledger/post-voucher.server';
import { withCheckDigit } from '../../app/modules/billing/kid';

export interface SampleInvoice {
  readonly organisationId: string;
  readonly grossOre: number;
  readonly issuedOn?: LocalDate;
  readonly stripeInvoiceId?: string;
}

let made = 0;

/** An open invoice for exempt rent, with a payment reference of 15 digits. */
export async function issuedInvoice(tx: Tx, { organisationId, grossOre, issuedOn = '2026-11-01', stripeInvoiceId }: SampleInvoice) {
  made += 1;
  const id = newId();
  const kid = withCheckDigit(`000999${String(made).padStart(8, '0')}`, 'mod10');
  const number = `2026-T${String(made).padStart(4, '0')}`;
  const period = { periodFrom: toDateColumn('2026-11-01'), periodTo: toDateColumn('2026-12-01') };
  const line = { description: 'Husleie', netOre: grossOre, vatCode: '6', vatBp: 0 };
  await tx.invoice.create({
    data: {
      ...{ id, organisationId, number, kid, state: 'open', locale: 'nb', seller: {}, buyer: {}, netOre: grossOre, vatOre: 0, grossOre },
      ...{ issuedOn: toDateColumn(issuedOn), dueOn: toDateColumn('2026-11-15'), stripeInvoiceId: stripeInvoiceId ?? null },
      ...{ deliveredFrom: period.periodFrom, deliveredTo: period.periodTo },
      lines: { create: { id: newId(), position: 1, ...line, ...period, vatCategory: 'E' } },
    },
  });
  const lines = [{ kind: 'rent' as const, text: line.description, ...line }];
  await postVoucher(tx, invoiceIssued({ invoiceId: id, organisationId, number, on: issuedOn, lines, vat: [] }));
  return { id, kid, number, grossOre };
}
