/** Gives up changes that were not paid in time; Stripe's page is closed first, and if somebody paid in the last second it is settled. */
import { db, inTransaction } from '~/infrastructure/db.server';
import { lockById } from '../booking.repository.server';
import { closeSessions } from '../sweep-holds.server';
import { changeSubject } from './change';
import { findOverdue } from './change.repository.server';
import { releaseOverdueChanges } from './release-change.server';

const BATCH = 100;

export async function sweepChanges(now: Date): Promise<void> {
  for (const { groupId, bookingId } of await findOverdue(db, now, BATCH)) {
    if (!(await closeSessions(bookingId, now, changeSubject(groupId)))) continue;
    await inTransaction(async (tx) => {
      await lockById(tx, bookingId);
      await releaseOverdueChanges(tx, bookingId, now);
    });
  }
}
