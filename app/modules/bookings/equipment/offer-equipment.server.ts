/** Takes an item out of what is offered, or offers it again. What was promised before stands. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';

export async function offerEquipment(
  actor: Actor,
  { itemId, offered }: { readonly itemId: string; readonly offered: boolean },
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  if (!can(actor, 'equipment.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const { count } = await tx.equipmentItem.updateMany({
      where: { id: itemId, retiredAt: offered ? { not: null } : null },
      data: { retiredAt: offered ? null : now },
    });
    if (count === 0) {
      // Sent twice, it stands already.
      const item = await tx.equipmentItem.findUnique({ where: { id: itemId }, select: { id: true } });
      return item ? ok(null) : refuse({ code: 'not_found' });
    }
    const action = offered ? 'equipment.offered' : 'equipment.retired';
    await recordAudit(tx, { actor: { kind: 'person', personId }, action, subjectType: 'equipment_item', subjectId: itemId });
    return ok(null);
  });
}
