/** Pieces of equipment are counted under a lock: two bookings that want the last one come one after the other. */
import type { Tx } from '~/infrastructure/db.server';
import { type Interval, span } from '~/lib/interval';
import { timeIndex } from '~/lib/time-index';
import { availableQuantity } from './equipment-availability';

/** Locks the items in a fixed order for the rest of the transaction. Ask before counting. */
export async function lockEquipment(tx: Tx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM equipment_item WHERE id = ANY (${[...itemIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/**
 * Whether the pieces a booking had are still there for it. While its hold was past its deadline others may have taken them. The number
 * of statements does not follow the dates.
 */
export async function isEquipmentFree(tx: Tx, occurrenceIds: readonly string[], now: Date): Promise<boolean> {
  const own = await tx.equipmentUse.findMany({
    // Cleaning is not counted.
    where: { occurrenceId: { in: [...occurrenceIds] }, item: { kind: { not: 'cleaning' } } },
    select: { equipmentItemId: true, quantity: true, startsAt: true, endsAt: true },
  });
  const itemIds = [...new Set(own.map((use) => use.equipmentItemId))];
  await lockEquipment(tx, itemIds);
  if (own.length === 0) return true;
  const items = await tx.equipmentItem.findMany({ where: { id: { in: itemIds } }, select: { id: true, quantity: true } });
  const others = await usesOfOthers(tx, itemIds, span(own.map(periodOf)), occurrenceIds);
  const known = new Map(items.map(({ id, quantity }) => [id, { quantity, uses: timeIndex(others.filter(({ itemId }) => itemId === id)) }]));
  return own.every((use) => {
    const item = known.get(use.equipmentItemId);
    const period = periodOf(use);
    return use.quantity <= availableQuantity(item?.quantity ?? 0, item?.uses.within(period) ?? [], period, now);
  });
}

function periodOf({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): Interval {
  return { start: startsAt, end: endsAt };
}

async function usesOfOthers(tx: Tx, itemIds: readonly string[], period: Interval, ownOccurrenceIds: readonly string[]) {
  const uses = await tx.equipmentUse.findMany({
    where: {
      equipmentItemId: { in: [...itemIds] },
      active: true,
      startsAt: { lt: period.end },
      endsAt: { gt: period.start },
      occurrenceId: { notIn: [...ownOccurrenceIds] },
    },
    select: {
      equipmentItemId: true,
      quantity: true,
      startsAt: true,
      endsAt: true,
      occurrence: { select: { booking: { select: { state: true, holdExpiresAt: true } } } },
    },
  });
  return uses.map(({ equipmentItemId, quantity, startsAt, endsAt, occurrence: { booking } }) => ({
    itemId: equipmentItemId,
    quantity,
    start: startsAt,
    end: endsAt,
    holdExpiresAt: booking.state === 'held' || booking.state === 'requested' ? booking.holdExpiresAt : null,
  }));
}
