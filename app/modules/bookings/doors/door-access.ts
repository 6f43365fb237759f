import type { Tx } from '~/infrastructure/db.server';
import type { AccessChange, Stay } from './access-change';

/**
 * What opens doors for bookings. Called in the transaction in which a booking is agreed, moved or given up, and safe to call twice.
 * Two adapters: the hub's own code book, and the code book with a lock system that is told of every change.
 */
export interface DoorAccess {
  /** Gives each occurrence access that fits its time and room; answers with what is new about it. */
  readonly grant: (tx: Tx, stays: readonly Stay[]) => Promise<readonly AccessChange[]>;
  /** Takes the access of the occurrences back, as far as they have any. */
  readonly revoke: (tx: Tx, occurrenceIds: readonly string[], now: Date) => Promise<readonly AccessChange[]>;
}
