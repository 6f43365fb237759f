/** Occurrences that have taken place, and bookings that are over with their last. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { findById, findEnded, transition, transitionOccurrences } from './booking.repository.server';

const BATCH = 200;

/** Answers how many occurrences were completed. */
export async function completeBookings(now: Date): Promise<number> {
  const ended = await findEnded(db, now, BATCH);
  for (const bookingId of new Set(ended.map((occurrence) => occurrence.bookingId))) {
    const ids = ended.filter((occurrence) => occurrence.bookingId === bookingId).map(({ id }) => id);
    await inTransaction((tx) => complete(tx, bookingId, ids));
  }
  return ended.length;
}

async function complete(tx: Tx, bookingId: string, ids: readonly string[]): Promise<void> {
  const completed = await transitionOccurrences(tx, ids, ['confirmed'], 'completed');
  if (completed.length === 0) return;
  const booking = await findById(tx, bookingId);
  const isOver = booking?.occurrences.every(({ state }) => state !== 'confirmed') === true;
  const moved = isOver && (await transition(tx, bookingId, ['confirmed'], { state: 'completed' }));
  await recordAudit(tx, {
    actor: { kind: 'system' },
    action: moved ? 'booking.completed' : 'booking.occurrences_completed',
    subjectType: 'booking',
    subjectId: bookingId,
    before: { state: 'confirmed' },
    after: { state: 'completed', occurrences: completed },
  });
}
