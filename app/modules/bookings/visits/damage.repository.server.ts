import type { Tx } from '~/infrastructure/db.server';

export interface DamagePlace {
  readonly roomId: string;
  readonly occurrence: {
    readonly id: string;
    readonly startsAt: Date;
    readonly personId: string;
    readonly organisationId: string | null;
  } | null;
}

/** The room that something is broken in, and whose use of it that was. */
export async function findPlace(tx: Tx, place: { occurrenceId: string } | { roomSlug: string }): Promise<DamagePlace | null> {
  if ('roomSlug' in place) {
    const room = await tx.room.findUnique({ where: { slug: place.roomSlug }, select: { id: true } });
    return room && { roomId: room.id, occurrence: null };
  }
  const row = await tx.occurrence.findUnique({
    where: { id: place.occurrenceId },
    select: { id: true, roomId: true, startsAt: true, booking: { select: { personId: true, organisationId: true } } },
  });
  return row && { roomId: row.roomId, occurrence: { id: row.id, startsAt: row.startsAt, ...row.booking } };
}

/** The last use of a room that was over by then; nobody was there when nobody came. */
export async function findSessionBefore(
  tx: Tx,
  { roomId, before, except }: { roomId: string; before: Date; except: string | null },
): Promise<string | null> {
  const row = await tx.occurrence.findFirst({
    where: {
      roomId,
      endsAt: { lte: before },
      state: { in: ['confirmed', 'completed'] },
      ...(except === null ? {} : { id: { not: except } }),
    },
    orderBy: { endsAt: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}

type NewDamage = {
  id: string;
  roomId: string;
  occurrenceId: string | null;
  previousOccurrenceId: string | null;
  personId: string | null;
  description: string;
  requestKey: string;
  createdAt: Date;
};

/** False when the same form came in before. */
export async function insertDamage(tx: Tx, report: NewDamage): Promise<boolean> {
  const { count } = await tx.damageReport.createMany({ data: report, skipDuplicates: true });
  return count === 1;
}

export async function attachPhoto(tx: Tx, id: string, photoId: string): Promise<void> {
  await tx.damageReport.update({ where: { id }, data: { photoId }, select: { id: true } });
}

/** False when it is settled already, or unknown. */
export async function settle(
  tx: Tx,
  id: string,
  settled: { resolvedAt: Date; resolvedById: string; resolution: string },
): Promise<boolean> {
  const { count } = await tx.damageReport.updateMany({ where: { id, resolvedAt: null }, data: settled });
  return count === 1;
}
