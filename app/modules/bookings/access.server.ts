/** Door access of bookings, by whatever opens the doors of this house. */
import type { Tx } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Stay } from './doors/access-change';
import { codeBook } from './doors/code-book.server';
import type { DoorAccess } from './doors/door-access';
import { withLockSystem } from './doors/lock-system.server';

const doors: DoorAccess = env.LOCK_WEBHOOK_URL === undefined ? codeBook : withLockSystem(codeBook);

/** Gives occurrences access that fits their time and room. A booking confirmed again after a late payment keeps what it had. */
export async function grantAccess(tx: Tx, occurrences: readonly Stay[]): Promise<void> {
  await doors.grant(tx, occurrences);
}

export async function revokeAccess(tx: Tx, occurrenceIds: readonly string[], now: Date): Promise<void> {
  await doors.revoke(tx, occurrenceIds, now);
}
