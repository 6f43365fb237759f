/** Requests that nobody answered, or whose conditions nobody accepted, in time. */
import { db, inTransaction } from '~/infrastructure/db.server';
import { findOverdue } from './approval.repository.server';
import { lapseRequest } from './end-request.server';

const BATCH = 100;

/** Answers how many lapsed. */
export async function lapseRequests(now: Date): Promise<number> {
  let lapsed = 0;
  for (const bookingId of await findOverdue(db, now, BATCH)) {
    if (await inTransaction((tx) => lapseRequest(tx, bookingId, now))) lapsed += 1;
  }
  return lapsed;
}
