import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { flag, integer, listParams, metadataField, oneOf, params, text, unsettable } from '../http/parameters';
import { findObject } from '../state/simulated-account';
import { markSessionPaid } from './checkout-payment';
import { mergeMetadata } from './metadata';
import { cancel, capture } from './payment-intents';

export const paymentEndpoints: Endpoint[] = [
  endpoint('GET /v1/payment_intents/:id', params({}), ({ account, id }) => findObject(account.store.paymentIntents, 'payment_intent', id)),
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
      const intent = findObject(account.store.paymentIntents, 'payment_intent', id);
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
      const intent = findObject(account.store.paymentIntents, 'payment_intent', id);
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
      const intent = findObject(account.store.paymentIntents, 'payment_intent', id);
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
