/** What guests have told at the door: the last band out left a note, and the one before in another room found something broken. */
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import type { BookingRows } from './booking-rows';

const ARRIVED_MINUTES = 4;
const FOUND_MINUTES = 12;
const NOTE = 'Et stativ til cymbalene mangler en mutter. Ellers er alt på plass.';
const BROKEN = 'Venstre monitor spraker når volumet er over halvparten.';

export async function seedVisits(tx: Tx, rows: readonly BookingRows[], now: Date): Promise<void> {
  const past = rows.flatMap(({ bookings: [booking], occurrences: [occurrence] }) =>
    booking && occurrence?.state === 'completed' && occurrence.endsAt < now ? [{ booking, occurrence }] : [],
  );
  const latest = past.toSorted((a, b) => b.occurrence.endsAt.getTime() - a.occurrence.endsAt.getTime());
  const [left] = latest;
  const broken = latest.find(({ occurrence }) => occurrence.roomId !== left?.occurrence.roomId);
  if (!left || !broken) return;
  await handOver(tx, left.occurrence.id, left.booking.personId, left.occurrence);
  const before = latest.find(
    ({ occurrence }) => occurrence.roomId === broken.occurrence.roomId && occurrence.endsAt <= broken.occurrence.startsAt,
  );
  await tx.damageReport.create({
    data: {
      ...{ id: newId(), roomId: broken.occurrence.roomId, occurrenceId: broken.occurrence.id, personId: broken.booking.personId },
      ...{ previousOccurrenceId: before?.occurrence.id ?? null, description: BROKEN, requestKey: 'seed:damage' },
      createdAt: addMinutes(broken.occurrence.startsAt, FOUND_MINUTES),
    },
    select: { id: true },
  });
}

type Stay = { readonly roomId: string; readonly startsAt: Date; readonly endsAt: Date };

/** Taken over in order, and left with one thing to tell. */
async function handOver(tx: Tx, occurrenceId: string, personId: string, { roomId, startsAt, endsAt }: Stay): Promise<void> {
  const { kind } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { kind: true } });
  const items = await tx.handoverItem.findMany({ where: { roomKind: kind }, orderBy: { position: 'asc' }, select: { id: true } });
  const reports = [
    { id: newId(), moment: 'arrival' as const, note: '', createdAt: addMinutes(startsAt, ARRIVED_MINUTES), missing: -1 },
    { id: newId(), moment: 'departure' as const, note: NOTE, createdAt: endsAt, missing: 1 },
  ];
  await tx.handoverReport.createMany({ data: reports.map(({ missing: _, ...report }) => ({ ...report, occurrenceId, personId })) });
  await tx.handoverTick.createMany({
    data: reports.flatMap(({ id, missing }) => items.map((item, index) => ({ reportId: id, itemId: item.id, done: index !== missing }))),
  });
}
