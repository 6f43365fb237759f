import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { flag, integer, listParams, metadataField, oneOf, params, text, unsettable } from '../http/parameters';
import { findObject, findReferenced } from '../state/simulated-account';
import { currencyField } from './checkout-session-parameters';
import { markSessionPaid } from './checkout-payment';
import { findPaymentIntent } from './demo-payments';
import { mergeMetadata } from './metadata';
import { acceptCard, cancel, capture, createPaymentIntent } from './payment-intents';

/** Only the shape that a server can confirm by itself with one of Stripe's test cards. */
const createSchema = params({
  amount: integer({ minimum: 300, maximum: 99_999_999 }),
  automatic_payment_methods: z.strictObject({ enabled: flag(), allow_redirects: oneOf('never') }).optional(),
  capture_method: oneOf('automatic', 'manual').optional(),
  confirm: oneOf('true'),
  currency: currencyField(),
  customer: text(),
  description: text(1000).optional(),
  metadata: metadataField().optional(),
  payment_method: oneOf('pm_card_visa'),
});

export const paymentEndpoints: Endpoint[] = [
  endpoint('POST /v1/payment_intents', createSchema, ({ account, parameters }) => {
    const { amount, customer, description = null, metadata, capture_method: captureMethod = 'automatic' } = parameters;
    const payer = findReferenced(account.store.customers, 'customer', customer, 'customer');
    const plan = { captureMethod, description, metadata: mergeMetadata({}, metadata) };
    const intent = createPaymentIntent(account, amount, payer.id, plan);
    acceptCard(account, intent);
    return intent;
  }),
  endpoint('GET /v1/payment_intents/:id', params({}), ({ account, id }) => findPaymentIntent(account, id)),
  endpoint('GET /v1/payment_intents', listParams({ customer: text().optional() }), ({ account, parameters }) => {
    const { customer, created } = parameters;
    const found = newestFirst(account.store.paymentIntents).filter(
      (intent) => (customer === undefined || intent.customer === customer) && withinRange(intent.created, created),
    );
    return page(found, parameters, '/v1/payment_intents');
  }),
  endpoint(
    'POST /v1/payment_intents/:id',
    params({ description: unsettable(text(1000)).optional(), metadata: metadataField().optional() }),
    ({ account, id, parameters }) => {
      const intent = findPaymentIntent(account, id);
      intent.metadata = mergeMetadata(intent.metadata, parameters.metadata);
      if (parameters.description !== undefined) intent.description = parameters.description;
      return intent;
    },
  ),
  endpoint(
    'POST /v1/payment_intents/:id/capture',
    params({
      amount_to_capture: integer({ minimum: 1 }).optional(),
      final_capture: flag().optional(),
      metadata: metadataField().optional(),
    }),
    ({ account, id, parameters }) => {
      const intent = findPaymentIntent(account, id);
      capture(account, intent, parameters.amount_to_capture);
      intent.metadata = mergeMetadata(intent.metadata, parameters.metadata);
      markSessionPaid(account, intent);
      return intent;
    },
  ),
  endpoint(
    'POST /v1/payment_intents/:id/cancel',
    params({ cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer').optional() }),
    ({ account, id, parameters }) => {
      const intent = findPaymentIntent(account, id);
      cancel(account, intent, parameters.cancellation_reason ?? null);
      return intent;
    },
  ),
  endpoint('GET /v1/charges/:id', params({}), ({ account, id }) => findObject(account.store.charges, 'charge', id)),
  endpoint('GET /v1/charges', listParams({ customer: text().optional(), payment_intent: text().optional() }), ({ account, parameters }) => {
    const { customer, payment_intent: intent, created } = parameters;
    const found = newestFirst(account.store.charges).filter(
      (charge) =>
        (customer === undefined || charge.customer === customer) &&
        (intent === undefined || charge.payment_intent === intent) &&
        withinRange(charge.created, created),
    );
    return page(found, parameters, '/v1/charges');
  }),
];
