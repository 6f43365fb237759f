import type { SoldLine } from './checkout-params';

/** A line of Stripe's invoice. */
export interface InvoiceLine {
  readonly id: string;
  readonly description: string | null;
  /** Gross øre: our taxes are included in the price. */
  readonly amount: number;
}

export interface CreditNoteLine {
  readonly type: 'invoice_line_item';
  readonly invoice_line_item: string;
  readonly amount: number;
}

/**
 * Which lines of Stripe's invoice are credited, and by how much. A line that was sold is found by its name and price; among those
 * that are the same in both, the first sold is the first on the invoice, so that a later refund does not credit one of them twice.
 * That a line cannot be found is a fault: money must not go back on a line that was not sold.
 */
export function creditNoteLines(
  invoice: readonly InvoiceLine[],
  sold: readonly SoldLine[],
  refunds: readonly { readonly position: number; readonly refundOre: number }[],
): CreditNoteLine[] {
  const refunded = refunds.filter((refund) => refund.refundOre > 0);
  return refunded.map(({ position, refundOre }) => {
    const line = sold.find((candidate) => candidate.position === position);
    const found = line && invoiceLineOf(invoice, sold, line);
    if (!found || refundOre > found.amount) throw new Error(`No line on the invoice for position ${position} (${refundOre} øre)`);
    return { type: 'invoice_line_item', invoice_line_item: found.id, amount: refundOre };
  });
}

function invoiceLineOf(invoice: readonly InvoiceLine[], sold: readonly SoldLine[], line: SoldLine): InvoiceLine | undefined {
  const alike = sold.filter(({ label, grossOre }) => label === line.label && grossOre === line.grossOre);
  const onInvoice = invoice.filter(({ description, amount }) => description === line.label && amount === line.grossOre);
  return onInvoice[alike.indexOf(line)];
}
