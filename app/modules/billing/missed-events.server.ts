/** News that Stripe has and we may not have heard: events since the last one that arrived, and sessions that were paid. */
import { callStripe, type Stripe } from '~/infrastructure/stripe.server';
import { addMinutes, earlier, later } from '~/lib/interval';
import { receiveStripeEvent, WATCHED_EVENTS } from './receive-stripe-event.server';
import { lastReceivedAt } from './stripe-event.queries.server';

/** Events arrive in any order: an hour back from the newest one covers those that were overtaken. */
const OVERLAP_MINUTES = 60;
/** Stripe keeps events for 30 days. */
const KEPT_MINUTES = 29 * 24 * 60;
const MOST_PAGES = 50;

/** Puts missed events into the inbox, as if they had arrived. Answers how many were new. */
export async function fetchMissedEvents(now: Date): Promise<number> {
  const newest = (await lastReceivedAt()) ?? addMinutes(now, -KEPT_MINUTES);
  const since = later(addMinutes(earlier(newest, now), -OVERLAP_MINUTES), addMinutes(now, -KEPT_MINUTES));
  let missed = 0;
  for await (const event of eventsSince(since)) {
    if (await receiveStripeEvent(event, now)) missed += 1;
  }
  return missed;
}

/** Sessions at Stripe that were completed since a moment, by their ids. */
export async function* completedSessionsSince(since: Date): AsyncGenerator<string> {
  const created = { gte: toSeconds(since) };
  let cursor: { starting_after?: string } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const list = await callStripe('list', (stripe) =>
      stripe.checkout.sessions.list({ status: 'complete', created, limit: 100, ...cursor }),
    );
    for (const session of list.data) yield session.id;
    const last = list.data.at(-1);
    if (!list.has_more || !last) return;
    cursor = { starting_after: last.id };
  }
}

async function* eventsSince(since: Date): AsyncGenerator<Stripe.Event> {
  const created = { gte: toSeconds(since) };
  let cursor: { starting_after?: string } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const list = await callStripe('list', (stripe) => stripe.events.list({ types: [...WATCHED_EVENTS], created, limit: 100, ...cursor }));
    yield* list.data;
    const last = list.data.at(-1);
    if (!list.has_more || !last) return;
    cursor = { starting_after: last.id };
  }
}

function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
