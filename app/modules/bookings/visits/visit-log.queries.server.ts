import { db } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import type { CheckInWay } from './decide-check-in';
import type { HandoverMoment } from './handover';

/** What is known of one use of a room, for staff. */
export interface VisitLog {
  readonly occurrenceId: string;
  readonly start: Date;
  readonly end: Date;
  /** `name` is null for somebody who showed the door code. */
  readonly checkIn: { readonly at: Date; readonly way: CheckInWay; readonly name: string | null } | null;
  readonly handovers: readonly {
    readonly moment: HandoverMoment;
    readonly at: Date;
    readonly note: string;
    readonly photoId: string | null;
    /** What was not in order. */
    readonly notDone: readonly BilingualText[];
  }[];
  readonly damage: readonly { readonly id: string; readonly at: Date; readonly description: string; readonly isOpen: boolean }[];
}

/** The uses of a booking in which something has happened, in order of time. */
export async function loadVisitLog(bookingId: string): Promise<VisitLog[]> {
  const rows = await db.occurrence.findMany({
    where: { bookingId, OR: [{ checkIn: { isNot: null } }, { handovers: { some: {} } }, { damageReports: { some: {} } }] },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      checkIn: { select: { createdAt: true, way: true, person: { select: { name: true } } } },
      handovers: {
        orderBy: { moment: 'asc' },
        select: {
          moment: true,
          createdAt: true,
          note: true,
          photoId: true,
          ticks: {
            where: { done: false },
            orderBy: { item: { position: 'asc' } },
            select: { item: { select: { textNb: true, textEn: true } } },
          },
        },
      },
      damageReports: {
        orderBy: { createdAt: 'asc' },
        select: { id: true, createdAt: true, description: true, resolvedAt: true },
      },
    },
  });
  return rows.map(({ id, startsAt, endsAt, checkIn, handovers, damageReports }) => ({
    occurrenceId: id,
    start: startsAt,
    end: endsAt,
    checkIn: checkIn && { at: checkIn.createdAt, way: checkIn.way, name: checkIn.person?.name ?? null },
    handovers: handovers.map(({ createdAt, ticks, ...report }) => ({
      ...report,
      at: createdAt,
      notDone: ticks.map(({ item }) => ({ nb: item.textNb, en: item.textEn })),
    })),
    damage: damageReports.map(({ id: key, createdAt, description, resolvedAt }) => ({
      ...{ id: key, at: createdAt, description, isOpen: resolvedAt === null },
    })),
  }));
}
