/** Two who want rooms that do not go together come one after the other: the pair of rooms is locked before anybody looks. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import { type Interval, overlaps, span } from '~/lib/interval';
import { asLoudAs, refusedByNeighbours } from './nearby-uses';
import type { SoundClass } from '../rooms/sound-class';
import { loadSlotFacts } from './slot-facts.queries.server';

/** Locks the pairs that refuse, in a fixed order, for the rest of the transaction. Ask before reading what is done next door. */
export async function lockNeighbours(
  tx: Tx,
  rooms: { readonly slugs: readonly string[] } | { readonly roomIds: readonly string[] },
): Promise<void> {
  const asked =
    'slugs' in rooms ? Prisma.sql`asked.slug = ANY (${[...rooms.slugs]})` : Prisma.sql`asked.id = ANY (${[...rooms.roomIds]}::uuid[])`;
  await tx.$queryRaw`
    SELECT 1 FROM room_neighbour n
    WHERE n.effect = 'refuse' AND EXISTS (
      SELECT 1 FROM room asked JOIN room kin ON kin.id = asked.id OR kin.id = asked.parent_id OR kin.parent_id = asked.id
      WHERE ${asked} AND kin.id IN (n.room_id, n.neighbour_id))
    ORDER BY n.room_id, n.neighbour_id
    FOR UPDATE`;
}

/** A use that somebody had: whether it still goes together with what is done next door. */
export interface SoundedUse {
  readonly roomId: string;
  /** With time to rig. */
  readonly period: Interval;
  /** Null when it is as loud as its room usually is. */
  readonly loudness: SoundClass | null;
  readonly personId: string;
}

/** Whether no neighbour refuses the uses now. While a hold is past its deadline others may have booked next door. Locks the pairs. */
export async function isSoundFree(tx: Tx, uses: readonly SoundedUse[], now: Date): Promise<boolean> {
  const [first] = uses;
  if (!first) return true;
  const roomIds = [...new Set(uses.map(({ roomId }) => roomId))];
  await lockNeighbours(tx, { roomIds });
  const window = span(uses.map(({ period }) => period));
  const rooms = await loadSlotFacts(tx, { roomIds, window, viewerPersonId: first.personId, groups: [], now });
  return uses.every(({ roomId, period, loudness }) => {
    const found = rooms.find(({ room }) => room.id === roomId);
    return found === undefined || !refusedByNeighbours(asLoudAs(found.facts, loudness).sound, now).some((use) => overlaps(use, period));
  });
}
