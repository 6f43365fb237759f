import { db } from '~/infrastructure/db.server';
import type { CheckInWay } from './decide-check-in';

/** What is known of one use of a room, for staff. */
export interface VisitLog {
  readonly occurrenceId: string;
  readonly start: Date;
  readonly end: Date;
  /** `name` is null for somebody who showed the door code. */
  readonly checkIn: { readonly at: Date; readonly way: CheckInWay; readonly name: string | null } | null;
}

/** The uses of a booking in which somebody has come, in order of time. */
export async function loadVisitLog(bookingId: string): Promise<VisitLog[]> {
  const rows = await db.occurrence.findMany({
    where: { bookingId, checkIn: { isNot: null } },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      checkIn: { select: { createdAt: true, way: true, person: { select: { name: true } } } },
    },
  });
  return rows.map(({ id, startsAt, endsAt, checkIn }) => ({
    occurrenceId: id,
    start: startsAt,
    end: endsAt,
    checkIn: checkIn && { at: checkIn.createdAt, way: checkIn.way, name: checkIn.person?.name ?? null },
  }));
}
