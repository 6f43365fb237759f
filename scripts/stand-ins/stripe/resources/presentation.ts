import type { InvoiceRecord } from '../state/records';
import type { Store } from '../state/store';

export interface ListObject<Item> {
  object: 'list';
  data: Item[];
  has_more: boolean;
  url: string;
}

const EMBEDDED_LIST_LENGTH = 10;

/** A list embedded in an object shows its beginning; the rest is paged at `url`. */
export function embeddedList<Item>(items: Item[], url: string): ListObject<Item> {
  return {
    object: 'list',
    data: items.slice(0, EMBEDDED_LIST_LENGTH),
    has_more: items.length > EMBEDDED_LIST_LENGTH,
    url,
  };
}

/** The object as the API shows it: invoices and credit notes carry their lines. */
export function presentObject(store: Store, record: object): Record<string, unknown> {
  const kind = 'object' in record ? record.object : undefined;
  if (kind === 'list') {
    const list = record as ListObject<object>;
    return { ...list, data: list.data.map((item) => presentObject(store, item)) };
  }
  if ('lines' in record || 'deleted' in record) return { ...record };
  if (kind === 'invoice') return presentInvoice(store, record as InvoiceRecord);
  if (kind === 'credit_note') {
    const { id } = record as { id: string };
    return { ...record, lines: embeddedList(store.creditNoteLines[id] ?? [], `/v1/credit_notes/${id}/lines`) };
  }
  return { ...record };
}

function presentInvoice(store: Store, invoice: InvoiceRecord): Record<string, unknown> {
  const lines = embeddedList(store.invoiceLines[invoice.id] ?? [], `/v1/invoices/${invoice.id}/lines`);
  return { ...invoice, lines };
}
