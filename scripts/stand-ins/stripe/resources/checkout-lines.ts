import { ApiError, invalidParameter } from '../http/api-error';
import { newId } from '../state/ids';
import type { CheckoutLineRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import type { CreateSessionParameters } from './checkout-session-parameters';
import { mergeMetadata } from './metadata';
import { sum, taxAmount } from './tax-arithmetic';
import { activeTaxRates } from './tax-rates';

/** Stripe's smallest charge in Norwegian kroner: 3.00. */
const MINIMUM_CHARGE_ORE = 300;

type LineParameters = CreateSessionParameters['line_items'][number];

export function buildCheckoutLines(account: SimulatedAccount, items: readonly LineParameters[]): CheckoutLineRecord[] {
  if (items.length === 0) throw invalidParameter('Missing required param: line_items.', 'line_items', 'parameter_missing');
  const lines = items.map((item, index) => buildLine(account, item, `line_items[${index}]`));
  const total = sum(lines.map((line) => line.amount_total));
  if (total > 0 && total < MINIMUM_CHARGE_ORE) {
    throw new ApiError('The Checkout Session’s total must be at least 3.00 NOK, or nothing.', { code: 'amount_too_small' });
  }
  return lines;
}

function buildLine(account: SimulatedAccount, item: LineParameters, param: string): CheckoutLineRecord {
  const { price_data: priceData } = item;
  const quantity = item.quantity ?? 1;
  const unitAmount = unitAmountOf(priceData, `${param}[price_data]`);
  const taxRates = activeTaxRates(account.store, item.tax_rates ?? [], `${param}[tax_rates]`);
  const taxed = taxAmount(unitAmount * quantity, taxRates);
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: taxed.subtotal,
    amount_tax: sum(taxed.taxes.map((tax) => tax.amount)),
    amount_total: taxed.total,
    currency: priceData.currency,
    description: priceData.product_data.name,
    discounts: [],
    metadata: mergeMetadata({}, item.metadata),
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: account.now(),
      currency: priceData.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod', 14),
      recurring: null,
      tax_behavior: priceData.tax_behavior ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: unitAmount,
      unit_amount_decimal: String(unitAmount),
    },
    quantity,
    taxes: taxed.taxes.map(({ taxRate, amount, taxableAmount }) => ({
      amount,
      rate: taxRate,
      taxability_reason: null,
      taxable_amount: taxableAmount,
    })),
  };
}

/** The unit price in whole øre; parts of an øre are refused rather than rounded. */
function unitAmountOf(priceData: LineParameters['price_data'], param: string): number {
  const { unit_amount: amount, unit_amount_decimal: decimal } = priceData;
  if ((amount === undefined) === (decimal === undefined)) {
    throw invalidParameter('Give exactly one of unit_amount and unit_amount_decimal.', `${param}[unit_amount]`);
  }
  const unitAmount = amount ?? Number(decimal);
  if (!Number.isSafeInteger(unitAmount) || unitAmount < 0) {
    throw invalidParameter('The stand-in takes whole øre only.', `${param}[unit_amount_decimal]`);
  }
  return unitAmount;
}
