import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { findLoudBeside } from './loud-beside.queries.server';
import type { PlaceBefore } from './loud-news';
import { NEIGHBOUR_TOPICS } from './loud-news.messages';

export interface LoudCause {
  readonly bookingId: string;
  /** The booking itself, or the first of the changes made together. */
  readonly causeId: string;
  /** Whoever books later is warned before they do. */
  readonly since: Date;
  /** Occurrences that were moved, from where; null when the booking as a whole is new. */
  readonly moved: readonly PlaceBefore[] | null;
}

/** Orders the mails to those who booked silence next door before, when there are any. In the transaction that makes the use agreed. */
export async function tellNeighbours(tx: Tx, { bookingId, causeId, since, moved }: LoudCause, now: Date): Promise<void> {
  if (moved?.length === 0) return;
  const occurrenceIds = moved && moved.map(({ occurrenceId }) => occurrenceId);
  const beside = await findLoudBeside(tx, { bookingId, occurrenceIds, since }, now);
  if (beside.length === 0) return;
  const places = moved && moved.map(({ start, end, ...place }) => ({ ...place, start: start.toISOString(), end: end.toISOString() }));
  const payload = { bookingId, causeId, since: since.toISOString(), moved: places };
  await enqueue(tx, NEIGHBOUR_TOPICS.tell, payload, { jobKey: `${NEIGHBOUR_TOPICS.tell}:${causeId}` });
}
