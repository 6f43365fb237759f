/** A tenant's evening that the host has moved today, so that the desk has a change to show and to take back. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes, later, overlaps } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { dayBounds, localDateOf, localMinuteOf } from '~/lib/local-time';
import { QUOTE_LINE_FIELDS } from '~/modules/bookings/quote-line-fields';
import type { BookingRows } from './booking-rows';
import type { House } from './house';

/** It was an hour later than it is. */
const EARLIER_MINUTES = 60;
const MADE_MINUTES_AGO = 45;
const DAY = 24 * 60;
/** Every room is open for longer. */
const LATEST_END = 20 * 60;

export async function seedChange(tx: Tx, house: House, rows: readonly BookingRows[], now: Date): Promise<void> {
  const moved = rows
    .filter(({ bookings: [booking] }) => booking?.state === 'confirmed' && booking.paymentMethod === 'on_account')
    .filter(({ occurrences: [occurrence] }) => occurrence !== undefined && occurrence.startsAt > addMinutes(now, 2 * DAY))
    .filter((row) => mayReturn(row, rows))
    .toSorted((a, b) => startOf(a) - startOf(b))[0];
  const [booking, occurrence] = [moved?.bookings[0], moved?.occurrences[0]];
  if (!booking || !occurrence) return;
  const { id: occurrenceId, roomId, startsAt, endsAt } = occurrence;
  const lines = await tx.quoteLine.findMany({ where: { occurrenceId }, orderBy: { position: 'asc' }, select: QUOTE_LINE_FIELDS });
  const madeAt = later(addMinutes(now, -MADE_MINUTES_AGO), dayBounds(localDateOf(now)).start);
  const before = {
    roomId,
    start: addMinutes(startsAt, EARLIER_MINUTES).toISOString(),
    end: addMinutes(endsAt, EARLIER_MINUTES).toISOString(),
  };
  const after = { roomId, start: startsAt.toISOString(), end: endsAt.toISOString() };
  const id = newId();
  await tx.bookingChange.create({
    data: {
      ...{ id, groupId: id, bookingId: booking.id, occurrenceId, madeById: house.accounts.host, requestKey: 'seed:change' },
      ...{ kind: 'move' as const, state: 'applied' as const, dueOre: 0, backOre: 0 },
      ...{ createdAt: madeAt, appliedAt: madeAt, lastPosition: Math.max(0, ...lines.map(({ position }) => position)) },
      before: { ...before, lines },
      after: { ...after, kept: lines.map(({ position }) => position), added: [] },
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor: { kind: 'person', personId: house.accounts.host },
    action: 'booking.changed',
    subjectType: 'booking',
    subjectId: booking.id,
    before: { occurrenceId, roomId, startsAt: before.start, endsAt: before.end },
    after: { kind: 'move', roomId, startsAt: after.start, endsAt: after.end, dueOre: 0, backOre: 0 },
  });
}

/** Whether nobody has the time it came from, and the house is open then. */
function mayReturn({ occurrences: [moved] }: BookingRows, rows: readonly BookingRows[]): boolean {
  if (!moved || localMinuteOf(moved.endsAt) > LATEST_END) return false;
  const wanted = { start: moved.startsAt, end: addMinutes(moved.endsAt, 2 * EARLIER_MINUTES) };
  const claims = rows.flatMap((row) => row.claims);
  return !claims.some(
    ({ occurrenceId, roomId, startsAt, endsAt }) =>
      occurrenceId !== moved.id && roomId === moved.roomId && overlaps(wanted, { start: startsAt, end: endsAt }),
  );
}

function startOf({ occurrences: [occurrence] }: BookingRows): number {
  return occurrence?.startsAt.getTime() ?? 0;
}
