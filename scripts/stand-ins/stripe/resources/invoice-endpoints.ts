import { z } from 'zod';
import { ApiError, invalidParameter, refusedByState } from '../http/api-error';
import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { flag, integer, listOf, listParams, metadataField, oneOf, params, text, unsettable } from '../http/parameters';
import type { InvoiceRecord } from '../state/records';
import { findObject, findReferenced, type SimulatedAccount } from '../state/simulated-account';
import { currencyField, customFieldsField } from './checkout-session-parameters';
import * as lifecycle from './invoice-lifecycle';
import { newInvoice, recalculate } from './invoice-records';
import { givenOnly, mergeMetadata } from './metadata';
import { activeTaxRates } from './tax-rates';

const DAY_SECONDS = 24 * 60 * 60;
/** Stripe finalises an `auto_advance` draft about an hour after its creation. */
const AUTO_ADVANCE_AFTER_SECONDS = 60 * 60;

const draftFields = {
  account_tax_ids: unsettable(listOf(text())).optional(),
  auto_advance: flag().optional(),
  collection_method: oneOf('charge_automatically', 'send_invoice').optional(),
  custom_fields: customFieldsField().optional(),
  days_until_due: integer({ minimum: 0, maximum: 365 }).optional(),
  default_tax_rates: listOf(text(), 10).optional(),
  description: text(1500).optional(),
  due_date: integer().optional(),
  effective_at: integer().optional(),
  footer: text().optional(),
  metadata: metadataField().optional(),
  payment_settings: z.strictObject({ payment_method_types: listOf(oneOf('card', 'klarna')).optional() }).optional(),
  rendering: z
    .strictObject({
      amount_tax_display: oneOf('exclude_tax', 'include_inclusive_tax').optional(),
      pdf: z.strictObject({ page_size: oneOf('a4', 'auto', 'letter').optional() }).optional(),
    })
    .optional(),
};
const createSchema = params({
  ...draftFields,
  currency: currencyField().optional(),
  customer: text(),
  pending_invoice_items_behavior: oneOf('exclude', 'include').optional(),
});
const updateSchema = params(draftFields);
type DraftFields = Omit<z.output<typeof updateSchema>, 'expand'>;

function applyDraftFields(account: SimulatedAccount, invoice: InvoiceRecord, fields: DraftFields): void {
  const { metadata, days_until_due: days, default_tax_rates: taxRateIds, payment_settings: payment, rendering, ...plain } = fields;
  const method = plain.collection_method ?? invoice.collection_method;
  if ((days !== undefined || plain.due_date !== undefined) && method !== 'send_invoice') {
    throw invalidParameter('A due date requires collection_method send_invoice.', days === undefined ? 'due_date' : 'days_until_due');
  }
  if (days !== undefined && plain.due_date !== undefined) {
    throw invalidParameter('Give only one of due_date and days_until_due.', 'due_date');
  }
  const taxRates = taxRateIds && activeTaxRates(account.store, taxRateIds, 'default_tax_rates');
  Object.assign(invoice, givenOnly(plain));
  invoice.metadata = mergeMetadata(invoice.metadata ?? {}, metadata);
  if (taxRates !== undefined) invoice.default_tax_rates = taxRates;
  if (payment !== undefined) invoice.payment_settings.payment_method_types = payment.payment_method_types ?? null;
  if (rendering !== undefined) {
    const pdf = { page_size: rendering.pdf?.page_size ?? null };
    const display = rendering.amount_tax_display ?? null;
    invoice.rendering = { amount_tax_display: display, pdf, template: null, template_version: null };
  }
  if (days !== undefined) {
    account.store.daysUntilDue[invoice.id] = days;
    invoice.due_date = invoice.created + days * DAY_SECONDS;
  }
  invoice.automatically_finalizes_at = invoice.auto_advance === true ? invoice.created + AUTO_ADVANCE_AFTER_SECONDS : null;
}

function createInvoice(account: SimulatedAccount, parameters: z.output<typeof createSchema>): InvoiceRecord {
  const { customer: customerId, currency: _currency, expand: _expand, pending_invoice_items_behavior: pending, ...fields } = parameters;
  const customer = findReferenced(account.store.customers, 'customer', customerId, 'customer');
  if (fields.collection_method === 'send_invoice') {
    if (fields.days_until_due === undefined && fields.due_date === undefined) {
      throw invalidParameter('send_invoice requires days_until_due or due_date.', 'days_until_due', 'parameter_missing');
    }
    if (customer.email === null) throw invalidParameter('send_invoice requires a customer with an e-mail address.', 'customer');
  }
  const invoice = newInvoice(account, customer.id, {});
  try {
    applyDraftFields(account, invoice, fields);
  } catch (refusal) {
    delete account.store.invoices[invoice.id];
    delete account.store.invoiceLines[invoice.id];
    throw refusal;
  }
  if (pending === 'include') adoptPendingItems(account, invoice);
  recalculate(account, invoice);
  account.emit('invoice.created', invoice);
  return invoice;
}

function adoptPendingItems(account: SimulatedAccount, invoice: InvoiceRecord): void {
  for (const item of Object.values(account.store.invoiceItems)) {
    if (item.invoice === null && item.customer === invoice.customer) item.invoice = invoice.id;
  }
}

function updateInvoice(account: SimulatedAccount, invoice: InvoiceRecord, fields: DraftFields): void {
  const { metadata, auto_advance: _autoAdvance, ...frozen } = fields;
  if (invoice.status !== 'draft' && Object.keys(givenOnly(frozen)).length > 0) {
    throw refusedByState('Finalized invoices can’t be updated in this way.', 'invoice_not_editable');
  }
  if (invoice.status === 'draft') {
    applyDraftFields(account, invoice, fields);
    recalculate(account, invoice);
  } else {
    invoice.metadata = mergeMetadata(invoice.metadata ?? {}, metadata);
  }
  account.emit('invoice.updated', invoice);
}

function deleteDraft(account: SimulatedAccount, invoice: InvoiceRecord): object {
  if (invoice.status !== 'draft') throw refusedByState('Only drafts can be deleted; void the invoice instead.', 'invoice_not_editable');
  delete account.store.invoices[invoice.id];
  for (const item of Object.values(account.store.invoiceItems)) {
    if (item.invoice === invoice.id) delete account.store.invoiceItems[item.id];
  }
  account.emit('invoice.deleted', invoice);
  delete account.store.invoiceLines[invoice.id];
  return { id: invoice.id, object: 'invoice', deleted: true };
}

/** A call that moves one invoice from one status to another. */
function transition(name: string, change: (account: SimulatedAccount, invoice: InvoiceRecord) => void): Endpoint {
  return endpoint(`POST /v1/invoices/:id/${name}`, params({ auto_advance: flag().optional() }), ({ account, id }) => {
    const invoice = findObject(account.store.invoices, 'invoice', id);
    change(account, invoice);
    return invoice;
  });
}

export const invoiceEndpoints: Endpoint[] = [
  endpoint('POST /v1/invoices', createSchema, ({ account, parameters }) => createInvoice(account, parameters)),
  endpoint('GET /v1/invoices/:id', params({}), ({ account, id }) => findObject(account.store.invoices, 'invoice', id)),
  endpoint('POST /v1/invoices/:id', updateSchema, ({ account, id, parameters: { expand: _, ...fields } }) => {
    const invoice = findObject(account.store.invoices, 'invoice', id);
    updateInvoice(account, invoice, fields);
    return invoice;
  }),
  endpoint('DELETE /v1/invoices/:id', params({}), ({ account, id }) =>
    deleteDraft(account, findObject(account.store.invoices, 'invoice', id)),
  ),
  transition('finalize', lifecycle.finalizeInvoice),
  transition('send', lifecycle.sendInvoice),
  transition('void', lifecycle.voidInvoice),
  transition('mark_uncollectible', lifecycle.markUncollectible),
  endpoint('POST /v1/invoices/:id/pay', params({ paid_out_of_band: flag().optional() }), ({ account, id, parameters }) => {
    const invoice = findObject(account.store.invoices, 'invoice', id);
    if (parameters.paid_out_of_band !== true) {
      const message = 'There is no `default_payment_method` set on this Customer or Invoice.';
      throw new ApiError(message, { code: 'missing', executionStarted: true });
    }
    lifecycle.payInvoiceOutOfBand(account, invoice);
    return invoice;
  }),
  endpoint('POST /v1/invoices/:id/attach_payment', params({ payment_intent: text() }), ({ account, id, parameters }) => {
    const invoice = findObject(account.store.invoices, 'invoice', id);
    const intentId = parameters.payment_intent;
    lifecycle.attachPayment(account, invoice, findReferenced(account.store.paymentIntents, 'payment_intent', intentId, 'payment_intent'));
    return invoice;
  }),
  endpoint('GET /v1/invoices/:id/lines', listParams({}), ({ account, id, parameters }) => {
    findObject(account.store.invoices, 'invoice', id);
    return page(account.store.invoiceLines[id] ?? [], parameters, `/v1/invoices/${id}/lines`);
  }),
  endpoint(
    'GET /v1/invoices',
    listParams({
      collection_method: oneOf('charge_automatically', 'send_invoice').optional(),
      customer: text().optional(),
      status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void').optional(),
    }),
    ({ account, parameters }) => {
      const { collection_method: method, customer, status, created } = parameters;
      const found = newestFirst(account.store.invoices).filter(
        (invoice) =>
          (method === undefined || invoice.collection_method === method) &&
          (customer === undefined || invoice.customer === customer) &&
          (status === undefined || invoice.status === status) &&
          withinRange(invoice.created, created),
      );
      return page(found, parameters, '/v1/invoices');
    },
  ),
  endpoint('GET /v1/invoice_payments/:id', params({}), ({ account, id }) =>
    findObject(account.store.invoicePayments, 'invoice payment', id),
  ),
  endpoint(
    'GET /v1/invoice_payments',
    listParams({
      invoice: text().optional(),
      payment: z.strictObject({ type: oneOf('payment_intent'), payment_intent: text().optional() }).optional(),
      status: oneOf('canceled', 'open', 'paid').optional(),
    }),
    ({ account, parameters }) => {
      const { invoice, payment, status, created } = parameters;
      const found = newestFirst(account.store.invoicePayments).filter(
        (candidate) =>
          (invoice === undefined || candidate.invoice === invoice) &&
          (payment?.payment_intent === undefined || candidate.payment.payment_intent === payment.payment_intent) &&
          (status === undefined || candidate.status === status) &&
          withinRange(candidate.created, created),
      );
      return page(found, parameters, '/v1/invoice_payments');
    },
  ),
];
