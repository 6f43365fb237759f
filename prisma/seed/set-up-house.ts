/** A real house from the demo's drawing: rooms, hours, equipment and prices, a seller and the first manager; no people, no bookings. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { db, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import type { SellerSettings } from '~/modules/organisations/seller/seller.schema';
import { furnishHouse } from './house';

export type NewHouse = {
  /** The address in small letters, as all addresses are stored. */
  readonly manager: { readonly email: string; readonly name: string };
  readonly seller: SellerSettings;
};

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/** All of it or nothing. Refused where there are rooms: then somebody has furnished the house already. */
export async function setUpHouse(client: typeof db, house: NewHouse, now: Date): Promise<Result<{ rooms: number }, { code: 'has_rooms' }>> {
  return client.$transaction(async (tx) => {
    // Two at the same time would both see an empty house.
    await tx.$executeRaw`LOCK TABLE building IN EXCLUSIVE MODE`;
    if ((await tx.building.count()) + (await tx.room.count()) > 0) return refuse({ code: 'has_rooms' });
    const { rooms } = await furnishHouse(tx, house.seller, now);
    await appointManager(tx, house.manager, now);
    return ok({ rooms: Object.keys(rooms).length });
  }, TRANSACTION);
}

/** Somebody who has signed in before keeps their name. The address is proved by signing in. */
async function appointManager(tx: Tx, { email, name }: NewHouse['manager'], now: Date): Promise<void> {
  const known = await tx.person.findUnique({ where: { email }, select: { id: true, name: true } });
  const personId = known?.id ?? newId();
  if (!known) await tx.person.create({ data: { id: personId, email, name }, select: { id: true } });
  else if (known.name === '') await tx.person.update({ where: { id: personId }, data: { name }, select: { id: true } });
  await tx.staffRole.create({ data: { id: newId(), personId, role: 'manager', validFrom: now }, select: { id: true } });
  await recordAudit(tx, {
    actor: { kind: 'system' },
    action: 'staff_role.granted',
    subjectType: 'person',
    subjectId: personId,
    after: { role: 'manager' },
  });
}
