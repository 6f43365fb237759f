/** Tells the customer, or the house, of news about a request: one job a mail, enqueued in the caller's transaction. */
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { listHosts } from '../../identity/role.queries.server';
import { type RequestMailKind, requestMailMessage } from './request.messages';

type HouseMailKind = Extract<RequestMailKind, `house_${string}`>;

export async function tellCustomer(
  tx: Tx,
  booking: { readonly id: string; readonly personId: string },
  kind: Exclude<RequestMailKind, HouseMailKind>,
  about = '',
): Promise<void> {
  await tell(tx, { bookingId: booking.id, kind, personId: booking.personId, about });
}

/** Everybody who answers requests; of a conversation that somebody of the house has joined, only those who have. */
export async function tellHouse(tx: Tx, bookingId: string, kind: HouseMailKind, now: Date, about = ''): Promise<void> {
  const joined = await tx.requestMessage.findMany({
    where: { bookingId, byHouse: true },
    distinct: ['authorId'],
    select: { authorId: true },
  });
  const authors = new Set(joined.map(({ authorId }) => authorId));
  const hosts = (await listHosts(tx, now)).map(({ id }) => id);
  const inTalk = hosts.filter((personId) => authors.has(personId));
  for (const personId of inTalk.length > 0 ? inTalk : hosts) await tell(tx, { bookingId, kind, personId, about });
}

async function tell(tx: Tx, news: Parameters<typeof requestMailMessage>[0]): Promise<void> {
  const { topic, payload, options } = requestMailMessage(news);
  await enqueue(tx, topic, payload, options);
}
