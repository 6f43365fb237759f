import { ApiError, invalidParameter } from '../http/api-error';
import { newId } from '../state/ids';
import type { CreditNoteLineRecord, InvoiceLineRecord, InvoiceRecord, TaxRateRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import type { CreditNoteLineParameters, CreditNoteParameters } from './credit-note-parameters';
import { mergeMetadata } from './metadata';
import { sum, taxAmount, toTaxEntries } from './tax-arithmetic';
import { activeTaxRates } from './tax-rates';

/** The lines of a credit note: parts of the invoice's own lines, or free text with its own price. */
export function buildCreditNoteLines(
  account: SimulatedAccount,
  invoice: InvoiceRecord,
  parameters: CreditNoteParameters,
): CreditNoteLineRecord[] {
  const { amount, lines } = parameters;
  if ((amount === undefined) === (lines === undefined || lines.length === 0)) {
    throw invalidParameter('Give exactly one of amount and lines.', 'amount', 'parameter_missing');
  }
  if (amount !== undefined) return [newLine({ type: 'custom_line_item', amount, unitAmount: amount, quantity: 1, taxRates: [] })];
  const built: CreditNoteLineRecord[] = [];
  lines?.forEach((line, index) => {
    const param = `lines[${index}]`;
    built.push(line.type === 'custom_line_item' ? customLine(account, line, param) : creditedLine(account, invoice, line, built, param));
  });
  return built;
}

function customLine(account: SimulatedAccount, line: CreditNoteLineParameters, param: string): CreditNoteLineRecord {
  if (line.unit_amount === undefined || line.description === undefined) {
    throw invalidParameter('A custom line needs unit_amount and description.', `${param}[unit_amount]`, 'parameter_missing');
  }
  const quantity = line.quantity ?? 1;
  return newLine({
    type: 'custom_line_item',
    amount: line.unit_amount * quantity,
    unitAmount: line.unit_amount,
    quantity,
    description: line.description,
    taxRates: activeTaxRates(account.store, line.tax_rates ?? [], `${param}[tax_rates]`),
    metadata: mergeMetadata({}, line.metadata),
  });
}

/** A part of an invoice line, with the line's own taxes. Its amount is on the line's own footing: gross when the tax is inclusive. */
function creditedLine(
  account: SimulatedAccount,
  invoice: InvoiceRecord,
  line: CreditNoteLineParameters,
  siblings: readonly CreditNoteLineRecord[],
  param: string,
): CreditNoteLineRecord {
  const id = line.invoice_line_item;
  const invoiceLine = account.store.invoiceLines[invoice.id]?.find((candidate) => candidate.id === id);
  if (invoiceLine === undefined) {
    throw invalidParameter(`No such invoice line item on this invoice: '${id ?? ''}'`, `${param}[invoice_line_item]`, 'resource_missing');
  }
  if (line.amount !== undefined && line.quantity !== undefined) {
    throw invalidParameter('Give only one of amount and quantity.', `${param}[amount]`);
  }
  if (line.unit_amount !== undefined || line.tax_rates !== undefined) {
    throw invalidParameter('The price and the taxes come from the invoice line.', `${param}[unit_amount]`);
  }
  const unitAmount = Math.round(invoiceLine.amount / invoiceLine.quantity);
  const quantity = line.quantity ?? (line.amount === undefined ? invoiceLine.quantity : 1);
  const amount = line.amount ?? (quantity === invoiceLine.quantity ? invoiceLine.amount : unitAmount * quantity);
  const left = invoiceLine.amount - creditedBefore(account, invoice, invoiceLine, siblings);
  if (amount > left) {
    throw new ApiError(`The credited amount (${amount} øre) exceeds what is left of the line (${left} øre).`, {
      param: `${param}[amount]`,
      executionStarted: true,
    });
  }
  return newLine({
    type: 'invoice_line_item',
    amount,
    unitAmount: line.amount === undefined ? unitAmount : amount,
    quantity,
    description: line.description ?? invoiceLine.description,
    invoiceLine: invoiceLine.id,
    taxRates: (invoiceLine.taxes ?? []).flatMap((tax) => account.store.taxRates[tax.tax_rate_details?.tax_rate ?? ''] ?? []),
    metadata: mergeMetadata({}, line.metadata),
  });
}

/** How much of the invoice line (øre) earlier credit notes, and earlier lines of this one, have taken. */
function creditedBefore(
  account: SimulatedAccount,
  invoice: InvoiceRecord,
  invoiceLine: InvoiceLineRecord,
  siblings: readonly CreditNoteLineRecord[],
): number {
  const notes = Object.values(account.store.creditNotes).filter((note) => note.invoice === invoice.id && note.status === 'issued');
  const earlier = notes.flatMap((note) => account.store.creditNoteLines[note.id] ?? []);
  return sum([...earlier, ...siblings].filter((line) => line.invoice_line_item === invoiceLine.id).map((line) => line.amount));
}

interface LineContent {
  type: 'invoice_line_item' | 'custom_line_item';
  amount: number;
  unitAmount: number;
  quantity: number;
  taxRates: TaxRateRecord[];
  description?: string | null;
  invoiceLine?: string;
  metadata?: Record<string, string>;
}

function newLine(content: LineContent): CreditNoteLineRecord {
  return {
    id: newId('cnli'),
    object: 'credit_note_line_item',
    amount: content.amount,
    description: content.description ?? null,
    discount_amount: 0,
    discount_amounts: [],
    ...(content.invoiceLine === undefined ? {} : { invoice_line_item: content.invoiceLine }),
    livemode: false,
    metadata: content.metadata ?? {},
    pretax_credit_amounts: [],
    quantity: content.quantity,
    tax_rates: content.taxRates,
    taxes: toTaxEntries(taxAmount(content.amount, content.taxRates).taxes),
    type: content.type,
    unit_amount: content.unitAmount,
    unit_amount_decimal: String(content.unitAmount),
  };
}

/** What the customer is credited for the lines (øre), with and without tax. */
export function totalsOf(lines: readonly CreditNoteLineRecord[]): { subtotal: number; total: number; net: number } {
  const taxes = lines.flatMap((line) => line.taxes ?? []);
  const taxOf = (behavior: string) => sum(taxes.filter((tax) => tax.tax_behavior === behavior).map((tax) => tax.amount));
  const subtotal = sum(lines.map((line) => line.amount));
  return { subtotal, total: subtotal + taxOf('exclusive'), net: subtotal - taxOf('inclusive') };
}
