import { z } from 'zod';
import { invalidParameter, notSimulated, refusedByState } from '../http/api-error';
import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { decimalText, flag, integer, listOf, listParams, metadataField, params, text, unsettable } from '../http/parameters';
import { newId } from '../state/ids';
import type { InvoiceItemRecord } from '../state/records';
import { findObject, findReferenced, type SimulatedAccount } from '../state/simulated-account';
import { currencyField } from './checkout-session-parameters';
import { recalculate } from './invoice-records';
import { mergeMetadata } from './metadata';
import { activeTaxRates } from './tax-rates';

const editableFields = {
  amount: integer().optional(),
  description: text().optional(),
  discountable: flag().optional(),
  metadata: metadataField().optional(),
  period: z.strictObject({ start: integer(), end: integer() }).optional(),
  quantity: integer({ minimum: 1 }).optional(),
  tax_rates: unsettable(listOf(text(), 10)).optional(),
  unit_amount_decimal: decimalText().optional(),
};
const createSchema = params({
  ...editableFields,
  currency: currencyField().optional(),
  customer: text(),
  invoice: text().optional(),
});
const updateSchema = params(editableFields);
type ItemFields = z.output<typeof updateSchema>;

/** An item's price: a sum, or a unit price in whole øre times a quantity. */
function priceOf(fields: ItemFields): { amount: number; unitAmount: number; quantity: number } {
  const { amount, unit_amount_decimal: unitAmountText, quantity = 1 } = fields;
  if ((amount === undefined) === (unitAmountText === undefined)) {
    throw invalidParameter('Give exactly one of amount and unit_amount_decimal.', 'amount', 'parameter_missing');
  }
  if (amount !== undefined) return { amount, unitAmount: amount, quantity: 1 };
  const unitAmount = Number(unitAmountText);
  if (!Number.isSafeInteger(unitAmount)) throw notSimulated('A price in parts of an øre', 'unit_amount_decimal');
  return { amount: unitAmount * quantity, unitAmount, quantity };
}

interface NewInvoiceItem {
  customer: string;
  invoice: string | null;
  description: string | null;
  amount: number;
  unitAmount: number;
  quantity: number;
  taxRates: InvoiceItemRecord['tax_rates'];
  period?: { start: number; end: number } | undefined;
  metadata: Record<string, string>;
}

export function addInvoiceItem(account: SimulatedAccount, item: NewInvoiceItem): InvoiceItemRecord {
  const now = account.now();
  const record: InvoiceItemRecord = {
    id: newId('ii'),
    object: 'invoiceitem',
    amount: item.amount,
    currency: 'nok',
    customer: item.customer,
    customer_account: null,
    date: now,
    description: item.description,
    discountable: true,
    discounts: [],
    invoice: item.invoice,
    livemode: false,
    metadata: item.metadata,
    net_amount: item.amount,
    parent: null,
    period: item.period ?? { start: now, end: now },
    pricing: {
      price_details: { price: newId('price'), product: newId('prod', 14) },
      type: 'price_details',
      unit_amount_decimal: String(item.unitAmount),
    },
    proration: false,
    quantity: item.quantity,
    quantity_decimal: String(item.quantity),
    tax_rates: item.taxRates,
    test_clock: null,
  };
  account.store.invoiceItems[record.id] = record;
  return record;
}

/** Items may be changed only while their invoice is a draft. */
function requireEditable(account: SimulatedAccount, invoiceId: string | null, param?: string): void {
  if (invoiceId === null) return;
  const invoice = findReferenced(account.store.invoices, 'invoice', invoiceId, 'invoice');
  if (invoice.status !== 'draft') {
    throw refusedByState('The invoice is finalised and can no longer be changed.', 'invoice_not_editable', param);
  }
}

function recalculateInvoiceOf(account: SimulatedAccount, item: InvoiceItemRecord): void {
  const invoice = item.invoice === null ? undefined : account.store.invoices[item.invoice];
  if (invoice !== undefined) recalculate(account, invoice);
}

function updateItem(account: SimulatedAccount, item: InvoiceItemRecord, fields: ItemFields): void {
  const taxRates = fields.tax_rates === undefined ? undefined : activeTaxRates(account.store, fields.tax_rates ?? [], 'tax_rates');
  if (fields.amount !== undefined || fields.unit_amount_decimal !== undefined) {
    const { amount, unitAmount, quantity } = priceOf(fields);
    Object.assign(item, { amount, quantity, quantity_decimal: String(quantity), net_amount: amount });
    item.pricing.unit_amount_decimal = String(unitAmount);
  } else if (fields.quantity !== undefined) {
    const { quantity } = fields;
    const amount = Number(item.pricing.unit_amount_decimal) * quantity;
    Object.assign(item, { amount, quantity, quantity_decimal: String(quantity), net_amount: amount });
  }
  if (taxRates !== undefined) item.tax_rates = taxRates;
  if (fields.description !== undefined) item.description = fields.description;
  if (fields.period !== undefined) item.period = fields.period;
  item.metadata = mergeMetadata(item.metadata ?? {}, fields.metadata);
}

export const invoiceItemEndpoints: Endpoint[] = [
  endpoint('POST /v1/invoiceitems', createSchema, ({ account, parameters }) => {
    const customer = findReferenced(account.store.customers, 'customer', parameters.customer, 'customer');
    requireEditable(account, parameters.invoice ?? null, 'invoice');
    const item = addInvoiceItem(account, {
      ...priceOf(parameters),
      customer: customer.id,
      invoice: parameters.invoice ?? null,
      description: parameters.description ?? null,
      taxRates: activeTaxRates(account.store, parameters.tax_rates ?? [], 'tax_rates'),
      period: parameters.period,
      metadata: mergeMetadata({}, parameters.metadata),
    });
    recalculateInvoiceOf(account, item);
    account.emit('invoiceitem.created', item);
    return item;
  }),
  endpoint('GET /v1/invoiceitems/:id', params({}), ({ account, id }) => findObject(account.store.invoiceItems, 'invoiceitem', id)),
  endpoint('POST /v1/invoiceitems/:id', updateSchema, ({ account, id, parameters }) => {
    const item = findObject(account.store.invoiceItems, 'invoiceitem', id);
    requireEditable(account, item.invoice);
    updateItem(account, item, parameters);
    recalculateInvoiceOf(account, item);
    return item;
  }),
  endpoint('DELETE /v1/invoiceitems/:id', params({}), ({ account, id }) => {
    const item = findObject(account.store.invoiceItems, 'invoiceitem', id);
    requireEditable(account, item.invoice);
    delete account.store.invoiceItems[id];
    recalculateInvoiceOf(account, item);
    account.emit('invoiceitem.deleted', item);
    return { id, object: 'invoiceitem', deleted: true };
  }),
  endpoint(
    'GET /v1/invoiceitems',
    listParams({ customer: text().optional(), invoice: text().optional(), pending: flag().optional() }),
    ({ account, parameters }) => {
      const { customer, invoice, pending, created } = parameters;
      const found = newestFirst(account.store.invoiceItems).filter(
        (item) =>
          (customer === undefined || item.customer === customer) &&
          (invoice === undefined || item.invoice === invoice) &&
          (pending === undefined || (item.invoice === null) === pending) &&
          withinRange(item.date, created),
      );
      return page(found, parameters, '/v1/invoiceitems');
    },
  ),
];
