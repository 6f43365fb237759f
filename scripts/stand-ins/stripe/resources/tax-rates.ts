import { endpoint, type Endpoint } from '../http/endpoint';
import { invalidParameter } from '../http/api-error';
import { newestFirst, page, withinRange } from '../http/paging';
import { decimalText, flag, listParams, metadataField, oneOf, params, text } from '../http/parameters';
import { newId } from '../state/ids';
import type { TaxRateRecord } from '../state/records';
import { findObject, findReferenced, type SimulatedAccount } from '../state/simulated-account';
import type { Store } from '../state/store';
import { givenOnly, mergeMetadata } from './metadata';

const describingFields = {
  active: flag().optional(),
  country: text(2).optional(),
  description: text().optional(),
  display_name: text(50).optional(),
  jurisdiction: text(200).optional(),
  metadata: metadataField().optional(),
  tax_type: oneOf('vat', 'service_tax', 'sales_tax').optional(),
};

/** Percentage and inclusiveness are fixed for good: a changed rate is a new tax rate. */
const createSchema = params({
  ...describingFields,
  display_name: text(50),
  inclusive: flag(),
  percentage: decimalText(),
});

function createTaxRate(account: SimulatedAccount, fields: ReturnType<typeof createSchema.parse>): TaxRateRecord {
  const percentage = Number(fields.percentage);
  if (percentage < 0 || percentage > 100) {
    throw invalidParameter('A percentage lies between 0 and 100.', 'percentage');
  }
  const taxRate: TaxRateRecord = {
    id: newId('txr'),
    object: 'tax_rate',
    active: fields.active ?? true,
    country: fields.country ?? null,
    created: account.now(),
    description: fields.description ?? null,
    display_name: fields.display_name,
    effective_percentage: null,
    flat_amount: null,
    inclusive: fields.inclusive,
    jurisdiction: fields.jurisdiction ?? null,
    jurisdiction_level: null,
    livemode: false,
    metadata: mergeMetadata({}, fields.metadata),
    percentage,
    rate_type: 'percentage',
    state: null,
    tax_type: fields.tax_type ?? null,
  };
  account.store.taxRates[taxRate.id] = taxRate;
  account.emit('tax_rate.created', taxRate);
  return taxRate;
}

/** The active tax rates named in a parameter; an archived one may not be used for anything new. */
export function activeTaxRates(store: Store, ids: readonly string[], param: string): TaxRateRecord[] {
  return ids.map((id, index) => {
    const taxRate = findReferenced(store.taxRates, 'tax rate', id, `${param}[${index}]`);
    if (!taxRate.active) throw invalidParameter(`The tax rate ${id} is archived.`, `${param}[${index}]`);
    return taxRate;
  });
}

export const taxRateEndpoints: Endpoint[] = [
  endpoint('POST /v1/tax_rates', createSchema, ({ account, parameters }) => createTaxRate(account, parameters)),
  endpoint('GET /v1/tax_rates/:id', params({}), ({ account, id }) => findObject(account.store.taxRates, 'tax rate', id)),
  endpoint('POST /v1/tax_rates/:id', params(describingFields), ({ account, id, parameters }) => {
    const taxRate = findObject(account.store.taxRates, 'tax rate', id);
    const { expand: _, metadata, ...fields } = parameters;
    Object.assign(taxRate, givenOnly(fields));
    taxRate.metadata = mergeMetadata(taxRate.metadata ?? {}, metadata);
    account.emit('tax_rate.updated', taxRate);
    return taxRate;
  }),
  endpoint('GET /v1/tax_rates', listParams({ active: flag().optional(), inclusive: flag().optional() }), ({ account, parameters }) => {
    const { active, inclusive, created } = parameters;
    const found = newestFirst(account.store.taxRates).filter(
      (taxRate) =>
        (active === undefined || taxRate.active === active) &&
        (inclusive === undefined || taxRate.inclusive === inclusive) &&
        withinRange(taxRate.created, created),
    );
    return page(found, parameters, '/v1/tax_rates');
  }),
];
