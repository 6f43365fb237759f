/** Damage as staff see it: the list, one report, and the mail about it. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';

/** A use of a room with whoever had it. */
export type DamageSession = Interval & { readonly bookingId: string; readonly reference: string; readonly who: string };

export interface DamageLine {
  readonly id: string;
  readonly roomName: string;
  readonly description: string;
  readonly reportedAt: Date;
  readonly hasPhoto: boolean;
  readonly resolvedAt: Date | null;
}

export interface DamageDetail extends DamageLine {
  readonly roomSlug: string;
  readonly buildingName: string;
  /** Null for somebody who showed a door code. */
  readonly reporter: string | null;
  readonly photoId: string | null;
  /** The use it was found in. */
  readonly session: DamageSession | null;
  /** The use before that. */
  readonly previous: DamageSession | null;
  readonly resolution: { readonly at: Date; readonly by: string; readonly note: string } | null;
}

export type DamagePage = { readonly items: readonly DamageLine[]; readonly total: number; readonly open: number; readonly page: number };

/** What is open first, the longest waiting at the top; then what is settled, the latest first. */
export async function listDamage({ page, size }: { page: number; size: number }): Promise<DamagePage> {
  const [items, [counts]] = await Promise.all([
    db.$queryRaw<DamageLine[]>`
      SELECT d.id::text, r.name AS "roomName", d.description, d.created_at AS "reportedAt", d.photo_id IS NOT NULL AS "hasPhoto",
        d.resolved_at AS "resolvedAt"
      FROM damage_report d JOIN room r ON r.id = d.room_id
      ORDER BY d.resolved_at IS NOT NULL, CASE WHEN d.resolved_at IS NULL THEN d.created_at END, d.resolved_at DESC, d.id
      LIMIT ${size} OFFSET ${(page - 1) * size}`,
    db.$queryRaw<{ total: number; open: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE resolved_at IS NULL)::int AS open FROM damage_report`,
  ]);
  return { items, page, total: counts?.total ?? 0, open: counts?.open ?? 0 };
}

export async function loadDamage(id: string): Promise<DamageDetail | null> {
  const row = await db.damageReport.findUnique({ where: { id }, select: FIELDS });
  if (!row) return null;
  const { room, person, resolvedAt, resolvedBy, resolution, occurrence, previousOccurrence } = row;
  return {
    ...{ id, roomName: room.name, roomSlug: room.slug, buildingName: room.building.name, description: row.description },
    ...{ reportedAt: row.createdAt, photoId: row.photoId, hasPhoto: row.photoId !== null, resolvedAt },
    reporter: person && (person.name || person.email),
    session: occurrence && toSession(occurrence),
    previous: previousOccurrence && toSession(previousOccurrence),
    resolution: resolvedAt && { at: resolvedAt, by: resolvedBy?.name ?? '', note: resolution ?? '' },
  };
}

type SessionRow = {
  startsAt: Date;
  endsAt: Date;
  booking: { id: string; reference: string; person: { name: string; email: string }; organisation: { name: string } | null };
};

function toSession({ startsAt, endsAt, booking: { id, reference, person, organisation } }: SessionRow): DamageSession {
  return { start: startsAt, end: endsAt, bookingId: id, reference, who: organisation?.name ?? (person.name || person.email) };
}

const SESSION = {
  select: {
    startsAt: true,
    endsAt: true,
    booking: {
      select: { id: true, reference: true, person: { select: { name: true, email: true } }, organisation: { select: { name: true } } },
    },
  },
} as const;

const FIELDS = {
  description: true,
  createdAt: true,
  photoId: true,
  resolvedAt: true,
  resolution: true,
  resolvedBy: { select: { name: true } },
  person: { select: { name: true, email: true } },
  room: { select: { name: true, slug: true, building: { select: { name: true } } } },
  occurrence: SESSION,
  previousOccurrence: SESSION,
} as const;
