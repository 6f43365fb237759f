/** A project in the demo: two rehearsals, a recording and an evening with an audience, booked as one by the tenant. */
import { addMinutes } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { addDays, localDateOf } from '~/lib/local-time';
import type { Quote } from '~/modules/pricing/quote';
import type { RoomWithRules } from '~/modules/rooms/room.queries.server';
import { bookingRows } from './booking-rows';
import type { Customer } from './customers';
import { firstEvening, roomBySlug } from './musician-bookings';
import type { PlannedBooking } from './plan-bookings';
import type { Random } from './random';

const TITLE = 'Lytteaften';
const PARTS = [
  { partName: 'Øving', slug: 'ovingsrom-3', daysAhead: 7, people: 4 },
  { partName: 'Øving', slug: 'ovingsrom-3', daysAhead: 9, people: 4 },
  { partName: 'Opptak', slug: 'lydstudio', daysAhead: 12, people: 5 },
  { partName: 'Visning', slug: 'hoyloftet', daysAhead: 16, people: 38 },
] as const;

export type PlannedPart = PlannedBooking & { readonly partName: string };

/** Each part on the first evening from its day on; in order of time. */
export function projectParts(rooms: readonly RoomWithRules[], customer: Customer, now: Date): PlannedPart[] {
  return PARTS.flatMap(({ partName, slug, daysAhead, people }) => {
    const room = roomBySlug(rooms, slug);
    const slot = firstEvening(room, addDays(localDateOf(now), daysAhead), 1, () => true);
    const same = { customer, purpose: TITLE, outcome: 'kept', cancelledAt: null, equipment: [] } as const;
    return slot ? [{ ...same, partName, room, slot, people, bookedAt: addMinutes(now, -4 * 1_440) }] : [];
  });
}

/** The parts as the rows of one booking; the lines of each run on from the part before. */
export function projectRows(
  parts: readonly PlannedPart[],
  priceOf: (part: PlannedBooking) => Quote,
  equipmentIds: Readonly<Record<string, string>>,
  now: Date,
  random: Random,
) {
  let position = 0;
  const rows = parts.map((part) => {
    const price = priceOf(part);
    const lines = price.lines.map((line) => ({ ...line, position: (position += 1) }));
    return bookingRows(part, { ...price, lines }, equipmentIds, now, random);
  });
  const bookings = rows.flatMap((row) => row.bookings);
  const [first] = rows;
  const [booking] = bookings;
  if (!first || !booking) return [];
  const whole = {
    kind: 'project',
    people: Math.max(...bookings.map(({ people }) => people)),
    totalOre: sumOre(bookings.map(({ totalOre }) => totalOre)),
    vatOre: sumOre(bookings.map(({ vatOre }) => vatOre)),
  };
  return [
    {
      ...first,
      bookings: [{ ...booking, ...whole }],
      occurrences: rows.flatMap((row, index) =>
        row.occurrences.map((occurrence) => ({ ...occurrence, bookingId: booking.id, partName: parts[index]?.partName ?? '' })),
      ),
      claims: rows.flatMap((row) => row.claims),
      lines: rows.flatMap((row) => row.lines.map((line) => ({ ...line, bookingId: booking.id }))),
      charges: rows.flatMap((row) => row.charges),
    },
  ];
}
