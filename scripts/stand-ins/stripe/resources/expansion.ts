import { ApiError } from '../http/api-error';
import type { Store } from '../state/store';
import { embeddedList, presentObject } from './presentation';

const MAXIMUM_DEPTH = 4;
type Table = Record<string, object>;
type Shown = Record<string, unknown>;

/** Which fields hold ids that may be replaced by the objects themselves. */
const REFERENCES: Record<string, Record<string, (store: Store) => Table>> = {
  'checkout.session': { customer: customers, invoice: invoices, payment_intent: paymentIntents },
  payment_intent: { customer: customers, latest_charge: charges },
  charge: { customer: customers, payment_intent: paymentIntents, balance_transaction: balanceTransactions },
  refund: {
    charge: charges,
    customer: customers,
    payment_intent: paymentIntents,
    balance_transaction: balanceTransactions,
    failure_balance_transaction: balanceTransactions,
  },
  invoice: { customer: customers },
  invoiceitem: { customer: customers, invoice: invoices },
  invoice_payment: { invoice: invoices },
  credit_note: { customer: customers, invoice: invoices },
  balance_transaction: { source: (store) => ({ ...store.charges, ...store.refunds }) },
};

/** Lists that are shown only when asked for. */
const HIDDEN_LISTS: Record<string, Record<string, (store: Store, id: string) => object>> = {
  'checkout.session': {
    line_items: (store, id) => embeddedList(store.checkoutLines[id] ?? [], `/v1/checkout/sessions/${id}/line_items`),
  },
  charge: {
    refunds: (store, id) =>
      embeddedList(
        Object.values(store.refunds)
          .filter((refund) => refund.charge === id)
          .reverse(),
        `/v1/charges/${id}/refunds`,
      ),
  },
  invoice: {
    payments: (store, id) =>
      embeddedList(
        Object.values(store.invoicePayments).filter((payment) => payment.invoice === id),
        `/v1/invoice_payments?invoice=${id}`,
      ),
  },
};

function customers(store: Store): Table {
  return store.customers;
}
function invoices(store: Store): Table {
  return store.invoices;
}
function paymentIntents(store: Store): Table {
  return store.paymentIntents;
}
function charges(store: Store): Table {
  return store.charges;
}
function balanceTransactions(store: Store): Table {
  return store.balanceTransactions;
}

/** Shows `record` with the paths of `expand` (such as `payment_intent.latest_charge`) filled in. */
export function expandObject(store: Store, record: object, expand: readonly string[]): Shown {
  const shown = presentObject(store, record);
  for (const path of expand) {
    const segments = path.split('.');
    if (segments.length > MAXIMUM_DEPTH) throw notExpandable(path);
    expandPath(store, shown, segments, path);
  }
  return shown;
}

function expandPath(store: Store, target: Shown, segments: string[], path: string): void {
  const [field, ...rest] = segments;
  if (field === undefined) return;
  const value = expandField(store, target, field, path);
  target[field] = value;
  if (rest.length === 0 || value === null || value === undefined) return;
  for (const next of Array.isArray(value) ? (value as Shown[]) : [value as Shown]) expandPath(store, next, rest, path);
}

function expandField(store: Store, target: Shown, field: string, path: string): unknown {
  const kind = typeof target['object'] === 'string' ? target['object'] : '';
  const current = target[field];
  const table = REFERENCES[kind]?.[field] ?? nestedReference(target, field);
  if (table !== undefined) {
    if (typeof current !== 'string') return current;
    const referenced = table(store)[current];
    return referenced === undefined ? current : presentObject(store, referenced);
  }
  const list = HIDDEN_LISTS[kind]?.[field];
  if (list !== undefined && current === undefined) return structuredClone(list(store, String(target['id'])));
  if (typeof current !== 'object' || current === null) throw notExpandable(path);
  return structuredClone(current);
}

/** References inside an object without a kind of its own: a payment of an invoice, a refund of a credit note. */
function nestedReference(target: Shown, field: string): ((store: Store) => Table) | undefined {
  if (target['object'] !== undefined) return undefined;
  if (field === 'payment_intent') return paymentIntents;
  if (field === 'refund') return (store) => store.refunds;
  return undefined;
}

function notExpandable(path: string): ApiError {
  return new ApiError(`This property cannot be expanded (${path}).`, { param: 'expand', executionStarted: true });
}
