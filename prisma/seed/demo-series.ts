/** A series in the demo: the tenant rehearses the same evening every week; one evening is called off, and one moved to the day after. */
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { addDays, type LocalDate, localDateOf, localMinuteOf, toDateColumn, toInstantOrAfterGap, weekdayOf } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { QUOTE_LINE_FIELDS } from '~/modules/bookings/quote-line-fields';
import type { Quote } from '~/modules/pricing/quote';
import type { RoomWithRules } from '~/modules/rooms/room.queries.server';
import { type BookingRows, bookingRows } from './booking-rows';
import type { Customer } from './customers';
import { firstEvening, roomBySlug } from './musician-bookings';
import type { PlannedBooking } from './plan-bookings';
import type { Random } from './random';

const ROOM = 'ovingsrom-3';
const PURPOSE = 'Fast øving';
/** Two evenings are over, five are ahead. */
const DAYS_AHEAD = [-13, -6, 1, 8, 15, 22, 29];
const MOVED = 15;
const CALLED_OFF = 22;
const DAY = 1_440;

export type PlannedDate = PlannedBooking & { readonly seriesDate: LocalDate };

/** An evening on which the house is closed is not part of it. */
export function seriesDates(rooms: readonly RoomWithRules[], customer: Customer, now: Date): PlannedDate[] {
  const room = roomBySlug(rooms, ROOM);
  return DAYS_AHEAD.flatMap((daysAhead) => {
    const seriesDate = addDays(localDateOf(now), daysAhead);
    const held = daysAhead === MOVED ? addDays(seriesDate, 1) : seriesDate;
    const slot = firstEvening(room, held, 1, ({ start }) => localDateOf(start) === held);
    const isOff = daysAhead === CALLED_OFF;
    const fate = { outcome: isOff ? 'cancelled' : 'kept', cancelledAt: isOff ? addMinutes(now, -2 * DAY) : null } as const;
    const same = { customer, room, purpose: PURPOSE, people: 5, equipment: [], bookedAt: addMinutes(now, -20 * DAY) };
    return slot ? [{ ...same, ...fate, slot, seriesDate }] : [];
  });
}

/** The dates as the rows of one booking on account; the lines of each run on from the date before. */
export function seriesRows(
  dates: readonly PlannedDate[],
  priceOf: (date: PlannedBooking) => Quote,
  equipmentIds: Readonly<Record<string, string>>,
  now: Date,
  random: Random,
): BookingRows[] {
  let position = 0;
  const rows = dates.map((date) => {
    const price = priceOf(date);
    const lines = price.lines.map((line) => ({ ...line, position: (position += 1) }));
    return bookingRows(date, { ...price, lines }, equipmentIds, now, random);
  });
  const [first] = rows;
  const [booking] = first?.bookings ?? [];
  if (!first || !booking) return [];
  const bookings = rows.flatMap((row) => row.bookings);
  const whole = {
    ...({ kind: 'series', state: 'confirmed', sequence: 2 } as const),
    totalOre: sumOre(bookings.map(({ totalOre }) => totalOre)),
    vatOre: sumOre(bookings.map(({ vatOre }) => vatOre)),
  };
  return [
    {
      ...first,
      bookings: [{ ...booking, ...whole }],
      occurrences: rows.flatMap((row, index) =>
        row.occurrences.map((occurrence) => {
          const seriesDate = dates[index]?.seriesDate;
          return { ...occurrence, bookingId: booking.id, ...(seriesDate && { seriesDate: toDateColumn(seriesDate) }) };
        }),
      ),
      claims: rows.flatMap((row) => row.claims),
      lines: rows.flatMap((row) => row.lines.map((line) => ({ ...line, bookingId: booking.id }))),
      charges: rows.flatMap((row) => row.charges),
      audits: [
        ...first.audits.filter(({ action }) => action !== 'booking.completed'),
        ...rows
          .flatMap((row) => row.audits.filter(({ action }) => action === 'booking.cancelled'))
          .map((entry) => ({ ...entry, action: 'booking.dates_cancelled', subjectId: booking.id })),
      ],
    },
  ];
}

/** The rule, what is not part of it any more, and the move; the rows are there already. */
export async function seedSeries(tx: Tx, rows: readonly BookingRows[], dates: readonly PlannedDate[], now: Date): Promise<void> {
  const [first] = dates;
  const [booking] = rows.flatMap((row) => row.bookings);
  const occurrences = rows.flatMap((row) => row.occurrences);
  if (!first || !booking) return;
  const { room, slot } = first;
  const start = localMinuteOf(slot.start);
  const rule = { weekdays: [weekdayOf(first.seriesDate)], intervalWeeks: 1, startsOn: toDateColumn(first.seriesDate) };
  const clock = { fromMinute: start, toMinute: start + Math.round((slot.end.getTime() - slot.start.getTime()) / 60_000) };
  await tx.series.create({ data: { bookingId: booking.id, ...rule, ...clock, dateCount: DAYS_AHEAD.length } });
  await tx.seriesRoom.create({ data: { bookingId: booking.id, roomId: room.room.id, position: 0 } });
  const today = localDateOf(now);
  await tx.seriesException.createMany({
    data: DAYS_AHEAD.flatMap((daysAhead) => {
      const seriesDate = addDays(today, daysAhead);
      const isPart = dates.some((date) => date.seriesDate === seriesDate);
      const reason = daysAhead === CALLED_OFF ? ('cancelled' as const) : ('skipped' as const);
      const exception = { bookingId: booking.id, roomId: room.room.id, date: toDateColumn(seriesDate), reason };
      return isPart && reason === 'skipped' ? [] : [exception];
    }),
  });
  const moved = dates.findIndex(({ seriesDate }) => seriesDate === addDays(today, MOVED));
  const [date, occurrence] = [dates[moved], occurrences[moved]];
  if (date && occurrence) await seedMove(tx, { booking, occurrence, from: toInstantOrAfterGap(date.seriesDate, start) }, now);
}

type Move = {
  readonly booking: BookingRows['bookings'][number];
  readonly occurrence: BookingRows['occurrences'][number];
  /** When it would have begun. */
  readonly from: Date;
};

/** The same hours the day after, at the same price. */
async function seedMove(tx: Tx, { booking, occurrence, from }: Move, now: Date): Promise<void> {
  const { id: occurrenceId, roomId, startsAt, endsAt } = occurrence;
  const lines = await tx.quoteLine.findMany({ where: { occurrenceId }, orderBy: { position: 'asc' }, select: QUOTE_LINE_FIELDS });
  const madeAt = addMinutes(now, -DAY);
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const before = { roomId, start: from.toISOString(), end: addMinutes(from, minutes).toISOString() };
  const after = { roomId, start: startsAt.toISOString(), end: endsAt.toISOString() };
  const id = newId();
  await tx.bookingChange.create({
    data: {
      ...{ id, groupId: id, bookingId: booking.id, occurrenceId, madeById: booking.personId, requestKey: 'seed:series' },
      ...{ kind: 'move' as const, state: 'applied' as const, dueOre: 0, backOre: 0 },
      ...{ createdAt: madeAt, appliedAt: madeAt, lastPosition: Math.max(0, ...lines.map(({ position }) => position)) },
      before: { ...before, lines },
      after: { ...after, kept: lines.map(({ position }) => position), added: [] },
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor: { kind: 'person', personId: booking.personId },
    action: 'booking.changed',
    subjectType: 'booking',
    subjectId: booking.id,
    before: { occurrenceId, roomId, startsAt: before.start, endsAt: before.end },
    after: { kind: 'move', roomId, startsAt: after.start, endsAt: after.end, dueOre: 0, backOre: 0 },
  });
}
