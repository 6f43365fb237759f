import type { Tx } from '~/infrastructure/db.server';
import type { CheckInFacts, CheckInWay } from './decide-check-in';

/** An occurrence with whose it is. */
export async function findOccurrence(tx: Tx, id: string): Promise<(CheckInFacts & { bookingId: string; roomId: string }) | null> {
  const row = await tx.occurrence.findUnique({
    where: { id },
    select: {
      bookingId: true,
      roomId: true,
      startsAt: true,
      endsAt: true,
      state: true,
      booking: { select: { personId: true, organisationId: true } },
    },
  });
  if (!row) return null;
  const { booking, startsAt, endsAt, ...rest } = row;
  return { ...rest, ...booking, occurrenceId: id, slot: { start: startsAt, end: endsAt } };
}

type NewCheckIn = { id: string; occurrenceId: string; personId: string | null; way: CheckInWay; createdAt: Date };

/** False when somebody had checked in before. */
export async function insertCheckIn(tx: Tx, checkIn: NewCheckIn): Promise<boolean> {
  const { count } = await tx.checkIn.createMany({ data: checkIn, skipDuplicates: true });
  return count === 1;
}
