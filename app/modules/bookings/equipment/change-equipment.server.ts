/** Changes how many of an item the hub has, or its price. Bookings that have been promised pieces keep them: the change is refused. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { lockEquipment } from '../equipment-guard.server';
import {
  decideEquipmentChange,
  type EquipmentChange,
  type EquipmentChangeRefusal,
  type EquipmentTerms,
  type PromisedUse,
} from './decide-equipment-change';

export async function changeEquipment(
  actor: Actor,
  itemId: string,
  change: EquipmentChange,
  now: Date,
): Promise<Result<EquipmentTerms, EquipmentChangeRefusal | { code: 'not_allowed' } | { code: 'not_found' }>> {
  if (!can(actor, 'equipment.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    // A booking counts under the same lock: it comes before the change and is seen, or after it and sees the change.
    await lockEquipment(tx, [itemId]);
    const item = await tx.equipmentItem.findUnique({ where: { id: itemId }, select: { kind: true, quantity: true, netPriceOre: true } });
    if (!item) return refuse({ code: 'not_found' });
    const decision = decideEquipmentChange(item, change, await loadPromised(tx, itemId, now));
    if (!decision.ok) return decision;
    const { kind: _, ...before } = item;
    const after = { ...decision.value };
    if (before.quantity === after.quantity && before.netPriceOre === after.netPriceOre) return decision;
    await tx.equipmentItem.update({ where: { id: itemId }, data: after, select: { id: true } });
    const audit = {
      actor: { kind: 'person', personId },
      action: 'equipment.changed',
      subjectType: 'equipment_item',
      subjectId: itemId,
    } as const;
    await recordAudit(tx, { ...audit, before, after });
    return decision;
  });
}

/** What is out now or promised ahead. */
function loadPromised(tx: Tx, itemId: string, now: Date): Promise<PromisedUse[]> {
  return tx.$queryRaw<PromisedUse[]>`
    SELECT greatest(u.starts_at, ${now}::timestamptz) AS start, u.ends_at AS "end", u.quantity, b.id::text AS "bookingId", b.reference
    FROM equipment_use u
    JOIN occurrence o ON o.id = u.occurrence_id
    JOIN booking b ON b.id = o.booking_id
    WHERE u.equipment_item_id = ${itemId}::uuid AND u.active AND u.ends_at > ${now}::timestamptz
      AND (b.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
    ORDER BY u.starts_at, u.id`;
}
