/** Bookings that have taken place. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { findEnded, transition } from './booking.repository.server';

const BATCH = 200;

/** Answers how many were completed. */
export async function completeBookings(now: Date): Promise<number> {
  const ids = await findEnded(db, now, BATCH);
  for (const id of ids) {
    await inTransaction(async (tx) => {
      if (!(await transition(tx, id, ['confirmed'], { state: 'completed' }))) return;
      await recordAudit(tx, {
        actor: { kind: 'system' },
        action: 'booking.completed',
        subjectType: 'booking',
        subjectId: id,
        before: { state: 'confirmed' },
        after: { state: 'completed' },
      });
    });
  }
  return ids.length;
}
