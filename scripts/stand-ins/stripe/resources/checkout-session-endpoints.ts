import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { listParams, metadataField, params } from '../http/parameters';
import { findObject } from '../state/simulated-account';
import { createCheckoutSession } from './checkout-session-creation';
import { createSessionSchema, listSessionsSchema } from './checkout-session-parameters';
import { expireSession } from './checkout-payment';
import { mergeMetadata } from './metadata';

const KIND = 'checkout.session';

export const checkoutSessionEndpoints: Endpoint[] = [
  endpoint('POST /v1/checkout/sessions', createSessionSchema, ({ account, parameters }) => createCheckoutSession(account, parameters)),
  endpoint('GET /v1/checkout/sessions/:id', params({}), ({ account, id }) => findObject(account.store.checkoutSessions, KIND, id)),
  endpoint('POST /v1/checkout/sessions/:id', params({ metadata: metadataField().optional() }), ({ account, id, parameters }) => {
    const session = findObject(account.store.checkoutSessions, KIND, id);
    session.metadata = mergeMetadata(session.metadata ?? {}, parameters.metadata);
    return session;
  }),
  endpoint('POST /v1/checkout/sessions/:id/expire', params({}), ({ account, id }) =>
    expireSession(account, findObject(account.store.checkoutSessions, KIND, id)),
  ),
  endpoint('GET /v1/checkout/sessions/:id/line_items', listParams({}), ({ account, id, parameters }) => {
    findObject(account.store.checkoutSessions, KIND, id);
    return page(account.store.checkoutLines[id] ?? [], parameters, `/v1/checkout/sessions/${id}/line_items`);
  }),
  endpoint('GET /v1/checkout/sessions', listSessionsSchema, ({ account, parameters }) => {
    const { customer, customer_details: details, payment_intent: paymentIntent, status, created } = parameters;
    const found = newestFirst(account.store.checkoutSessions).filter(
      (session) =>
        (customer === undefined || session.customer === customer) &&
        (details === undefined || session.customer_details?.email === details.email) &&
        (paymentIntent === undefined || session.payment_intent === paymentIntent) &&
        (status === undefined || session.status === status) &&
        withinRange(session.created, created),
    );
    return page(found, parameters, '/v1/checkout/sessions');
  }),
];
