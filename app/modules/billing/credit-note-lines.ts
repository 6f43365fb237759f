/** Which lines of Stripe's invoice are credited, and by how much. */
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
 * Pairs what is to be given back with the invoice's lines, by the name each was sold under; among lines of one name the largest
 * refund gets the largest line, so that all of them fit whenever they can. That a line cannot be found is a fault: money must not
 * go back on a line that was not sold.
 */
export function creditNoteLines(
  invoice: readonly InvoiceLine[],
  sold: readonly { readonly position: number; readonly labels: readonly string[] }[],
  refunds: readonly { readonly position: number; readonly refundOre: number }[],
): CreditNoteLine[] {
  const left = invoice.toSorted((a, b) => (a.amount < b.amount ? 1 : -1));
  return refunds
    .filter((refund) => refund.refundOre > 0)
    .toSorted((a, b) => (a.refundOre < b.refundOre ? 1 : -1))
    .map(({ position, refundOre }) => {
      const labels = sold.find((line) => line.position === position)?.labels ?? [];
      const at = left.findIndex((line) => line.amount >= refundOre && labels.includes(line.description ?? ''));
      const [line] = at === -1 ? [] : left.splice(at, 1);
      if (!line) throw new Error(`No line on the invoice for position ${position} (${refundOre} øre)`);
      return { type: 'invoice_line_item', invoice_line_item: line.id, amount: refundOre };
    });
}
