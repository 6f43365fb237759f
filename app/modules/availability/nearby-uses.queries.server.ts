import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { RoomWithRules } from '../rooms/room.queries.server';
import type { NeighbourEffect, SoundClass } from '../rooms/sound-class';
import type { NearbyUse, SoundFacts } from './nearby-uses';

type Row = NearbyUse & { readonly roomId: string };

type Listening = { readonly room: { readonly id: string } } & Pick<RoomWithRules, 'sound'>;

/**
 * Answers what each room's facts say of its neighbours during a window. One statement for all the rooms, none where no room hears
 * another. Uses of the viewer are left out, and closures: nobody plays then. Holds past their deadline are told with the deadline. What
 * is heard is the claim without the room's own set-up and clean-up, also while it only holds a time that a booking is to be moved to.
 */
export async function loadNearbyUses(
  client: Tx,
  rooms: readonly Listening[],
  { window, viewerPersonId }: { window: Interval; viewerPersonId?: string | null | undefined },
): Promise<(room: Listening) => SoundFacts> {
  const pairs = rooms.flatMap(({ room, sound }) =>
    sound.neighbours.map(({ roomId, effect }) => ({ roomId: room.id, other: roomId, effect })),
  );
  const uses = pairs.length === 0 ? [] : await findUses(client, pairs, window, viewerPersonId ?? null);
  return ({ room, sound }) => ({
    loudness: sound.soundClass,
    hasNeighbours: sound.neighbours.length > 0,
    nearby: uses.filter((use) => use.roomId === room.id).map(({ roomId: _, ...use }) => use),
  });
}

type Pair = { readonly roomId: string; readonly other: string; readonly effect: NeighbourEffect };

async function findUses(client: Tx, pairs: readonly Pair[], window: Interval, viewer: string | null): Promise<Row[]> {
  const ids = (name: 'roomId' | 'other') => pairs.map((pair) => pair[name]);
  return client.$queryRaw<(Row & { loudness: SoundClass })[]>`
    SELECT DISTINCT pair.room_id::text AS "roomId", pair.effect, o.id::text AS "occurrenceId",
      coalesce(o.loudness, used.sound_class)::text AS loudness, c.hold_expires_at AS "holdExpiresAt",
      CASE WHEN heard.starts_at < heard.ends_at THEN heard.starts_at ELSE c.starts_at END AS start,
      CASE WHEN heard.starts_at < heard.ends_at THEN heard.ends_at ELSE c.ends_at END AS "end"
    FROM unnest(${ids('roomId')}::uuid[], ${ids('other')}::uuid[], ${pairs.map(({ effect }) => effect)}::text[]) AS pair (room_id, other, effect)
    JOIN room leaf ON leaf.id = pair.other OR leaf.parent_id = pair.other
    JOIN claim c ON c.room_id = leaf.id AND c.active
      AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${window.start}::timestamptz, ${window.end}::timestamptz, '[)')
    JOIN occurrence o ON o.id = c.occurrence_id
    JOIN room used ON used.id = CASE WHEN o.room_id IN (leaf.id, leaf.parent_id) THEN o.room_id ELSE leaf.id END
    CROSS JOIN LATERAL (SELECT c.starts_at + make_interval(mins => used.setup_minutes) AS starts_at,
      c.ends_at - make_interval(mins => used.cleanup_minutes) AS ends_at) heard
    JOIN booking b ON b.id = o.booking_id
    WHERE coalesce(o.loudness, used.sound_class) <> 'ordinary' AND b.person_id IS DISTINCT FROM ${viewer}::uuid`;
}
