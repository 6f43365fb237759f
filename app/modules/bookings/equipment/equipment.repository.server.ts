import type { Tx } from '~/infrastructure/db.server';
import type { AddOnKind } from '../../rooms/add-on';
import type { EquipmentTerms, PromisedUse } from './decide-equipment-change';

export type StoredItem = EquipmentTerms & { readonly kind: AddOnKind; readonly version: number };

export async function findItem(tx: Tx, itemId: string): Promise<StoredItem | null> {
  const item = await tx.equipmentItem.findUnique({
    where: { id: itemId },
    select: {
      ...{ kind: true, version: true, nameNb: true, nameEn: true, descriptionNb: true, descriptionEn: true },
      ...{ quantity: true, netPriceOre: true, minMinutes: true, noticeMinutes: true },
      rooms: { select: { roomId: true } },
    },
  });
  if (!item) return null;
  const { rooms, ...terms } = item;
  return { ...terms, roomIds: rooms.map(({ roomId }) => roomId) };
}

/** What is out now or promised ahead. */
export function findPromised(tx: Tx, itemId: string, now: Date): Promise<PromisedUse[]> {
  return tx.$queryRaw<PromisedUse[]>`
    SELECT greatest(u.starts_at, ${now}::timestamptz) AS start, u.ends_at AS "end", u.quantity, b.id::text AS "bookingId", b.reference
    FROM equipment_use u
    JOIN occurrence o ON o.id = u.occurrence_id
    JOIN booking b ON b.id = o.booking_id
    WHERE u.equipment_item_id = ${itemId}::uuid AND u.active AND u.ends_at > ${now}::timestamptz
      AND (b.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
    ORDER BY u.starts_at, u.id`;
}

export async function updateItem(tx: Tx, itemId: string, { roomIds, ...terms }: EquipmentTerms): Promise<void> {
  await tx.equipmentItem.update({ where: { id: itemId }, data: { ...terms, version: { increment: 1 } }, select: { id: true } });
  await tx.roomEquipment.deleteMany({ where: { equipmentItemId: itemId, roomId: { notIn: [...roomIds] } } });
  await insertRooms(tx, itemId, roomIds);
}

/** Rooms that have it already keep from how many people they do not go without it. */
export async function insertRooms(tx: Tx, itemId: string, roomIds: readonly string[]): Promise<void> {
  await tx.roomEquipment.createMany({ data: roomIds.map((roomId) => ({ roomId, equipmentItemId: itemId })), skipDuplicates: true });
}
