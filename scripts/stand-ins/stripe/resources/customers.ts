import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { listOf, listParams, metadataField, oneOf, params, text, unsettable } from '../http/parameters';
import { newId } from '../state/ids';
import type { CustomerRecord } from '../state/records';
import { findObject, type SimulatedAccount } from '../state/simulated-account';
import { givenOnly, mergeMetadata } from './metadata';

const address = unsettable(
  z.strictObject({
    city: text().optional(),
    country: text(2).optional(),
    line1: text().optional(),
    line2: text().optional(),
    postal_code: text().optional(),
    state: text().optional(),
  }),
);

const customerFields = {
  address: address.optional(),
  description: unsettable(text()).optional(),
  email: unsettable(text(512)).optional(),
  metadata: metadataField().optional(),
  name: unsettable(text(256)).optional(),
  phone: unsettable(text(20)).optional(),
  preferred_locales: listOf(text(10)).optional(),
  tax_exempt: oneOf('none', 'exempt', 'reverse').optional(),
};
const fieldsSchema = params(customerFields);
type CustomerFields = z.output<typeof fieldsSchema>;

export function createCustomer(account: SimulatedAccount, fields: CustomerFields): CustomerRecord {
  const id = newId('cus', 14);
  const customer: CustomerRecord = {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: account.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  account.store.customers[id] = customer;
  applyFields(customer, fields);
  account.emit('customer.created', customer);
  return customer;
}

function applyFields(customer: CustomerRecord, { metadata, address: given, ...fields }: CustomerFields): void {
  const { expand: _, ...shown } = givenOnly(fields);
  Object.assign(customer, shown);
  customer.metadata = mergeMetadata(customer.metadata, metadata);
  if (given === undefined) return;
  const { city, country, line1, line2, postal_code, state } = given ?? {};
  customer.address = given && {
    city: city ?? null,
    country: country ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    postal_code: postal_code ?? null,
    state: state ?? null,
  };
}

export const customerEndpoints: Endpoint[] = [
  endpoint('POST /v1/customers', fieldsSchema, ({ account, parameters }) => createCustomer(account, parameters)),
  endpoint('GET /v1/customers/:id', params({}), ({ account, id }) => findObject(account.store.customers, 'customer', id)),
  endpoint('POST /v1/customers/:id', fieldsSchema, ({ account, id, parameters }) => {
    const customer = findObject(account.store.customers, 'customer', id);
    applyFields(customer, parameters);
    account.emit('customer.updated', customer);
    return customer;
  }),
  endpoint('GET /v1/customers', listParams({ email: text(512).optional() }), ({ account, parameters }) => {
    const { email, created } = parameters;
    const found = newestFirst(account.store.customers).filter(
      (customer) => (email === undefined || customer.email === email) && withinRange(customer.created, created),
    );
    return page(found, parameters, '/v1/customers');
  }),
];
