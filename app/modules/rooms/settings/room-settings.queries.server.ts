/** What is set for the rooms of the house, as its manager sees and changes it. */
import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, localDateOf } from '~/lib/local-time';
import type { CancellationTier } from '../room.queries.server';
import type { RoomKind } from '../room';
import type { RoomRow } from './change-room.server';
import { lastWeek, type OpeningWeek } from './opening-week';

/** A room in the list of settings. */
export type RoomSettingsLine = {
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly buildingName: string;
  /** Name of the divisible room that it is a part of. */
  readonly partOf: string | null;
  readonly capacity: number;
  readonly setupMinutes: number;
  readonly cleanupMinutes: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** Within how many hours the house answers; null when bookings need no answer. */
  readonly approvalHours: number | null;
  readonly bookable: boolean;
};

/** Every room, out of use or not, in the order of the house; one statement. */
export async function listRoomSettings(): Promise<RoomSettingsLine[]> {
  const rooms = await db.room.findMany({
    orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
    select: {
      ...{ slug: true, name: true, kind: true, capacity: true, setupMinutes: true, cleanupMinutes: true, minMinutes: true },
      ...{ maxMinutes: true, requiresApproval: true, approvalHours: true, bookable: true },
      ...{ building: { select: { name: true } }, parent: { select: { name: true } } },
    },
  });
  return rooms.map(({ building, parent, requiresApproval, approvalHours, ...room }) => ({
    ...room,
    buildingName: building.name,
    partOf: parent?.name ?? null,
    approvalHours: requiresApproval ? approvalHours : null,
  }));
}

type RoomRef = { readonly slug: string; readonly name: string };

/** The room with all that is set for it. */
export type RoomSettings = {
  readonly room: Omit<RoomRow, 'id' | 'createdAt' | 'updatedAt'>;
  readonly parts: readonly RoomRef[];
  readonly whole: (RoomRef & { readonly requiresApproval: boolean }) | null;
  /** The hours last decided; `from` is today when they hold already. */
  readonly week: OpeningWeek;
  readonly today: LocalDate;
  readonly policies: readonly { readonly id: string; readonly tiers: readonly CancellationTier[] }[];
};

/** One room by its slug; null when there is none such. */
export async function findRoomSettings(slug: string, now: Date): Promise<RoomSettings | null> {
  const [found, policies] = await Promise.all([
    db.room.findUnique({
      where: { slug },
      include: {
        parts: { orderBy: { position: 'asc' }, select: { slug: true, name: true } },
        parent: { select: { slug: true, name: true, requiresApproval: true } },
        openingHours: true,
      },
    }),
    db.cancellationPolicy.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true, tiers: true } }),
  ]);
  if (!found) return null;
  const { parts, parent: whole, openingHours, id: _, createdAt: __, updatedAt: ___, ...room } = found;
  const rules = openingHours.map(({ validFrom, validTo, ...span }) => ({
    ...span,
    validFrom: fromDateColumn(validFrom),
    validTo: validTo && fromDateColumn(validTo),
  }));
  const today = localDateOf(now);
  return {
    ...{ room, parts, whole, today, week: lastWeek(rules, today) },
    policies: policies.map(({ id, tiers }) => ({ id, tiers: tiers as unknown as CancellationTier[] })),
  };
}
