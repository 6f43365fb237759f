/** Sets how loud a room usually is, and which rooms hear it. Bookings that stand already stay; what comes is decided by the new rule. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import type { NeighbourEffect, SoundClass } from '../sound-class';
import { decidePair, type PairRefusal } from './decide-pair';

export type NeighboursChange =
  | { readonly kind: 'class'; readonly soundClass: SoundClass }
  /** Makes the two neighbours, or gives a pair another effect. */
  | { readonly kind: 'pair'; readonly neighbourSlug: string; readonly effect: NeighbourEffect }
  /** They do not hear each other any more. */
  | { readonly kind: 'part'; readonly neighbourSlug: string };

export type NeighboursRefusal = PairRefusal | { code: 'not_allowed' } | { code: 'not_found' } | { code: 'unknown_room' };

/** Sent twice it changes nothing the second time. */
export async function changeNeighbours(actor: Actor, slug: string, change: NeighboursChange): Promise<Result<null, NeighboursRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    const room = await tx.room.findUnique({ where: { slug }, select: ROOM });
    if (!room) return refuse({ code: 'not_found' });
    const changed = change.kind === 'class' ? await setClass(tx, room, change.soundClass) : await setPair(tx, room, change);
    if (!changed.ok) return changed;
    if (changed.value === null) return ok(null);
    await recordAudit(tx, { actor: { kind: 'person', personId }, subjectType: 'room', subjectId: room.id, ...changed.value });
    return ok(null);
  });
}

const ROOM = { id: true, parentId: true, soundClass: true } as const;
type Room = { id: string; parentId: string | null; soundClass: SoundClass };
/** What the trail says of it; null when nothing was changed. */
type Changed = Result<Pick<Parameters<typeof recordAudit>[1], 'action' | 'before' | 'after'> | null, NeighboursRefusal>;

async function setClass(tx: Tx, { id, soundClass: before }: Room, soundClass: SoundClass): Promise<Changed> {
  if (before === soundClass) return ok(null);
  await tx.room.updateMany({ where: { id }, data: { soundClass } });
  return ok({ action: 'room.sound_class_set', before: { soundClass: before }, after: { soundClass } });
}

async function setPair(tx: Tx, room: Room, change: Exclude<NeighboursChange, { kind: 'class' }>): Promise<Changed> {
  const neighbour = await tx.room.findUnique({ where: { slug: change.neighbourSlug }, select: ROOM });
  if (!neighbour) return refuse({ code: 'unknown_room' });
  const decided = decidePair(room, neighbour);
  if (!decided.ok) return decided;
  const pair = decided.value;
  const found = await tx.roomNeighbour.findUnique({ where: { roomId_neighbourId: pair }, select: { effect: true } });
  const before = found ? { neighbour: change.neighbourSlug, effect: found.effect } : undefined;
  if (change.kind === 'part') {
    const { count } = await tx.roomNeighbour.deleteMany({ where: pair });
    return ok(count === 0 ? null : { action: 'room.neighbour_removed', before });
  }
  if (found?.effect === change.effect) return ok(null);
  // Of two who make the same pair at once the later one's word stands.
  await tx.$executeRaw`
    INSERT INTO room_neighbour (room_id, neighbour_id, effect)
    VALUES (${pair.roomId}::uuid, ${pair.neighbourId}::uuid, ${change.effect}::neighbour_effect)
    ON CONFLICT (room_id, neighbour_id) DO UPDATE SET effect = excluded.effect`;
  return ok({ action: 'room.neighbour_set', before, after: { neighbour: change.neighbourSlug, effect: change.effect } });
}
