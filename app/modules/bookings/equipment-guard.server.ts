/** Pieces of equipment are counted under a lock: two bookings that want the last one come one after the other. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { availableQuantity } from './equipment-availability';

/** Locks the items in a fixed order for the rest of the transaction. Ask before counting. */
export async function lockEquipment(tx: Tx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM equipment_item WHERE id = ANY (${[...itemIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/**
 * Whether the pieces a booking had are still there for it. While its hold was past its deadline others may have taken them.
 */
export async function isEquipmentFree(tx: Tx, occurrenceIds: readonly string[], now: Date): Promise<boolean> {
  const own = await tx.equipmentUse.findMany({
    // Cleaning is not counted.
    where: { occurrenceId: { in: [...occurrenceIds] }, item: { kind: { not: 'cleaning' } } },
    select: { equipmentItemId: true, quantity: true, startsAt: true, endsAt: true },
  });
  await lockEquipment(
    tx,
    own.map((use) => use.equipmentItemId),
  );
  for (const use of own) {
    const period = { start: use.startsAt, end: use.endsAt };
    const item = await tx.equipmentItem.findUnique({ where: { id: use.equipmentItemId }, select: { quantity: true } });
    const others = await usesOfOthers(tx, use.equipmentItemId, period, occurrenceIds);
    if (availableQuantity(item?.quantity ?? 0, others, period, now) < use.quantity) return false;
  }
  return true;
}

async function usesOfOthers(tx: Tx, itemId: string, period: Interval, ownOccurrenceIds: readonly string[]) {
  const uses = await tx.equipmentUse.findMany({
    where: {
      equipmentItemId: itemId,
      active: true,
      startsAt: { lt: period.end },
      endsAt: { gt: period.start },
      occurrenceId: { notIn: [...ownOccurrenceIds] },
    },
    select: {
      quantity: true,
      startsAt: true,
      endsAt: true,
      occurrence: { select: { booking: { select: { state: true, holdExpiresAt: true } } } },
    },
  });
  return uses.map(({ quantity, startsAt, endsAt, occurrence: { booking } }) => ({
    quantity,
    start: startsAt,
    end: endsAt,
    holdExpiresAt: booking.state === 'held' || booking.state === 'requested' ? booking.holdExpiresAt : null,
  }));
}
