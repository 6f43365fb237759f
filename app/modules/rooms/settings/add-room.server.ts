/** A new room in the house, out of use until it has hours and prices. The form's key is its id: sent twice, it is added once. */
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { slugOf } from '~/lib/slug';
import { type Actor, can } from '../../identity/permissions';
import { recordRoomChange } from './change-room.server';
import type { NewRoom } from './new-room.schema';

export type AddRoomRefusal =
  | { code: 'not_allowed' }
  | { code: 'address_taken' }
  | { code: 'unknown_building' }
  /** The whole stands in another building, is a part itself, or has bookings ahead that no part could take. */
  | { code: 'cannot_divide' };

/** What is said of the room afterwards. */
const UNSAID = {
  ...{ stepFree: false, floorNb: '', floorEn: '', summaryNb: '', summaryEn: '', descriptionNb: '', descriptionEn: '' },
  ...{ accessibilityNb: '', accessibilityEn: '', rulesNb: '', rulesEn: '', includedNb: [], includedEn: [], bookable: false },
};

export async function addRoom(actor: Actor, wanted: NewRoom): Promise<Result<{ slug: string }, AddRoomRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return translateViolation(
    () => inTransaction((tx) => addInTransaction(tx, personId, wanted)),
    ({ kind, constraint }): AddRoomRefusal & { ok: false } => {
      if (kind === 'unique') return refuse({ code: 'address_taken' });
      return refuse({ code: kind === 'foreign-key' && constraint.includes('building') ? 'unknown_building' : 'cannot_divide' });
    },
  );
}

async function addInTransaction(
  tx: Tx,
  personId: string,
  { id, slug: typed, parentId, room }: NewRoom,
): Promise<Result<{ slug: string }, AddRoomRefusal>> {
  // Two who add at once get places and addresses of their own.
  await tx.$executeRaw`LOCK TABLE room IN SHARE ROW EXCLUSIVE MODE`;
  const rooms = await tx.room.findMany({ select: { id: true, slug: true, position: true, buildingId: true, parentId: true } });
  const made = rooms.find((other) => other.id === id);
  if (made) return ok({ slug: made.slug });
  const taken = rooms.map(({ slug }) => slug);
  if (taken.includes(typed)) return refuse({ code: 'address_taken' });
  if (parentId !== null && !(await mayBeDivided(tx, parentId, room.buildingId))) return refuse({ code: 'cannot_divide' });
  const policy = await tx.cancellationPolicy.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  if (!policy) throw new Error('The house has no cancellation policy');
  const slug = typed === '' ? slugOf(room.name, [...taken, 'ny'], 'rom') : typed;
  const position = Math.max(0, ...rooms.map((other) => other.position)) + 1;
  const row = { id, slug, parentId, position, cancellationPolicyId: policy.id, ...UNSAID, ...room };
  await tx.room.create({ data: row, select: { id: true } });
  await recordRoomChange(tx, { personId, action: 'room.added', roomId: id, after: { slug, parentId, ...room } });
  return ok({ slug });
}

/** Parts lie where the whole does. That it is no part itself, and has no bookings of its own ahead, the database sees to. */
async function mayBeDivided(tx: Tx, wholeId: string, buildingId: string): Promise<boolean> {
  const whole = await tx.room.findUnique({ where: { id: wholeId }, select: { buildingId: true } });
  return whole?.buildingId === buildingId;
}
