/** Changes an item: its names, how many the hub has, its price, notice and rooms. Bookings that have been promised pieces keep them. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { lockEquipment } from '../equipment-guard.server';
import { decideEquipmentChange, type EquipmentChange, type EquipmentChangeRefusal, type EquipmentTerms } from './decide-equipment-change';
import { findItem, findPromised, updateItem } from './equipment.repository.server';

export type ChangeEquipmentRefusal = EquipmentChangeRefusal | { code: 'not_allowed' } | { code: 'not_found' } | { code: 'unknown_room' };

export async function changeEquipment(
  actor: Actor,
  itemId: string,
  change: EquipmentChange,
  now: Date,
): Promise<Result<null, ChangeEquipmentRefusal>> {
  if (!can(actor, 'equipment.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  return translateViolation(
    () => changeItem(actor.personId ?? '', itemId, change, now),
    ({ kind }) => (kind === 'foreign-key' ? refuse({ code: 'unknown_room' }) : undefined),
  );
}

function changeItem(personId: string, itemId: string, change: EquipmentChange, now: Date): Promise<Result<null, ChangeEquipmentRefusal>> {
  return inTransaction(async (tx) => {
    // A booking counts under the same lock: it comes before the change and is seen, or after it and sees the change.
    await lockEquipment(tx, [itemId]);
    const item = await findItem(tx, itemId);
    if (!item) return refuse({ code: 'not_found' });
    const decision = decideEquipmentChange(item, change, await findPromised(tx, itemId, now));
    if (!decision.ok) return decision;
    if (!decision.value) return ok(null);
    await updateItem(tx, itemId, change.after);
    const { kind: _, version: __, ...before } = item;
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'equipment.changed', subjectType: 'equipment_item', subjectId: itemId },
      ...{ before: plain(before), after: plain(change.after) },
    });
    return ok(null);
  });
}

function plain({ roomIds, ...terms }: EquipmentTerms) {
  return { ...terms, roomIds: roomIds.toSorted() };
}
