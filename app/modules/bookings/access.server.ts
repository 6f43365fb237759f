/** Door codes of bookings. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { accessWindow } from './booking-access';
import { DOOR_CODE_BYTES, doorCode } from './door-code';

/** Makes the code of an occurrence once; a booking confirmed again after a late payment keeps the one it had. */
export async function grantAccess(tx: Tx, occurrence: { id: string; startsAt: Date; endsAt: Date }): Promise<void> {
  const { opensAt, closesAt } = accessWindow({ start: occurrence.startsAt, end: occurrence.endsAt });
  const code = doorCode(randomBytes(DOOR_CODE_BYTES));
  await tx.accessGrant.createMany({ data: { id: newId(), occurrenceId: occurrence.id, code, opensAt, closesAt }, skipDuplicates: true });
}

export async function revokeAccess(tx: Tx, occurrenceIds: readonly string[], now: Date): Promise<void> {
  await tx.accessGrant.updateMany({ where: { occurrenceId: { in: [...occurrenceIds] }, revokedAt: null }, data: { revokedAt: now } });
}
