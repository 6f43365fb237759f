/** A new item that can be added to bookings. The form's key is its id: sent twice, it is added once. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { STANDARD } from '../../pricing/vat';
import { insertRooms } from './equipment.repository.server';
import type { NewEquipment } from './equipment-change.schema';
import { equipmentSlug } from './equipment-slug';

export type AddEquipmentRefusal = { code: 'not_allowed' } | { code: 'unknown_room' };

export async function addEquipment(
  actor: Actor,
  { id, kind, terms: { roomIds, ...terms } }: NewEquipment,
): Promise<Result<{ itemId: string }, AddEquipmentRefusal>> {
  if (!can(actor, 'equipment.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return translateViolation(
    () =>
      inTransaction(async (tx) => {
        // Two who add at once get names and places of their own.
        await tx.$executeRaw`LOCK TABLE equipment_item IN SHARE ROW EXCLUSIVE MODE`;
        const items = await tx.equipmentItem.findMany({ select: { id: true, slug: true, position: true } });
        if (items.some((item) => item.id === id)) return ok({ itemId: id });
        const slug = equipmentSlug(
          terms.nameNb,
          items.map((item) => item.slug),
        );
        const position = Math.max(0, ...items.map((item) => item.position)) + 1;
        const unit = kind === 'staff' ? ('hour' as const) : ('piece' as const);
        const row = { id, slug, kind, unit, vatCode: STANDARD, position, ...terms };
        await tx.equipmentItem.create({ data: row, select: { id: true } });
        await insertRooms(tx, id, roomIds);
        const after = { kind, slug, ...terms, roomIds: [...roomIds] };
        const actorOf = { kind: 'person', personId } as const;
        await recordAudit(tx, { actor: actorOf, action: 'equipment.added', subjectType: 'equipment_item', subjectId: id, after });
        return ok({ itemId: id });
      }),
    ({ kind: violated }) => (violated === 'foreign-key' ? refuse({ code: 'unknown_room' }) : undefined),
  );
}
