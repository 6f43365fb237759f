/** Finds what a lost answer was about. Stripe's search runs behind; its lists do not. */
import { callStripe, type Stripe } from '~/infrastructure/stripe.server';
import type { Checkout } from './checkout.repository.server';

/** Pages of a hundred: at this house's size a day of sessions is one page. */
const MOST_PAGES = 10;

/** The session that Stripe made for an attempt, by our id in its metadata; null when there is none. */
export async function findSessionOf(checkout: Pick<Checkout, 'id' | 'createdAt'>): Promise<Stripe.Checkout.Session | null> {
  // A minute for clocks that differ.
  const created = { gte: Math.floor(checkout.createdAt.getTime() / 1000) - 60 };
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const cursor = after === undefined ? {} : { starting_after: after };
    const list = await callStripe('list', (stripe) => stripe.checkout.sessions.list({ created, limit: 100, ...cursor }));
    const found = list.data.find((session) => session.metadata?.['checkout_id'] === checkout.id);
    if (found) return found;
    after = list.data.at(-1)?.id;
    if (!list.has_more || after === undefined) return null;
  }
  return null;
}
