import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { flag, listOf, listParams, params, text } from '../http/parameters';
import type { EventRecord } from '../state/records';
import { findObject } from '../state/simulated-account';
import type { Store } from '../state/store';

/** Whether an event's type is `pattern`, or within it when it ends in a star (`invoice.*`). */
function matchesType(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function presentEvent(store: Store, event: EventRecord): EventRecord {
  const pending = store.deliveries.some((delivery) => delivery.eventId === event.id && delivery.status !== 'delivered');
  return { ...event, pending_webhooks: pending ? 1 : 0 };
}

export const eventEndpoints: Endpoint[] = [
  endpoint('GET /v1/events/:id', params({}), ({ account, id }) =>
    presentEvent(account.store, findObject(account.store.events, 'event', id)),
  ),
  endpoint(
    'GET /v1/events',
    listParams({
      delivery_success: flag().optional(),
      type: text().optional(),
      types: listOf(text(), 20).optional(),
    }),
    ({ account, parameters }) => {
      const { delivery_success: delivered, type, types, created } = parameters;
      const found = newestFirst(account.store.events)
        .map((event) => presentEvent(account.store, event))
        .filter(
          (event) =>
            (type === undefined || matchesType(event.type, type)) &&
            (types === undefined || types.some((pattern) => matchesType(event.type, pattern))) &&
            (delivered === undefined || (event.pending_webhooks === 0) === delivered) &&
            withinRange(event.created, created),
        );
      return page(found, parameters, '/v1/events');
    },
  ),
];
