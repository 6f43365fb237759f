/** What the demo's musician finds on her page: a booking tonight or soon, one a week later, one shared out, receipts and a refund. */
import { addMinutes, contains, type Interval } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate, localDateOf, toInstantOrAfterGap } from '~/lib/local-time';
import { openingsBetween } from '~/modules/rooms/opening-hours';
import type { RoomWithRules } from '~/modules/rooms/room.queries.server';
import type { Customer } from './customers';
import { SHARED_PURPOSE } from './demo-split';
import type { PlannedBooking } from './plan-bookings';

const EVENING = { fromMinute: 18 * 60, minutes: 150 };
const DAYS_TO_LOOK = 14;
/** Far enough ahead that the others have all of two days to pay. */
const SHARED_DAYS_AHEAD = 4;
const BAND_EQUIPMENT = [
  { slug: 'trommesett', quantity: 1 },
  { slug: 'sangmikrofon', quantity: 2 },
];

export function musicianBookings(rooms: readonly RoomWithRules[], band: Customer, now: Date): PlannedBooking[] {
  const today = localDateOf(now);
  const rehearsal = roomBySlug(rooms, 'ovingsrom-2');
  const studio = roomBySlug(rooms, 'lydstudio');
  const next = firstEvening(rehearsal, today, 1, (slot) => slot.start.getTime() > addMinutes(now, 60).getTime());
  const later = next && firstEvening(rehearsal, addDays(localDateOf(next.start), 7), 1, () => true);
  const shared = firstEvening(roomBySlug(rooms, 'ovingsrom-4'), addDays(today, SHARED_DAYS_AHEAD), 1, () => true);
  const before = firstEvening(roomBySlug(rooms, 'ovingsrom-4'), addDays(today, -7), -1, () => true);
  const recording = firstEvening(studio, addDays(today, -13), -1, () => true);
  const kept = { customer: band, purpose: 'Øving', people: 4, outcome: 'kept', cancelledAt: null } as const;
  return [
    ...(next ? [{ ...kept, room: rehearsal, slot: next, bookedAt: addMinutes(now, -3 * 1_440), equipment: BAND_EQUIPMENT }] : []),
    ...(later ? [{ ...kept, room: rehearsal, slot: later, bookedAt: addMinutes(now, -2 * 1_440), equipment: BAND_EQUIPMENT }] : []),
    ...(shared
      ? [
          {
            ...{ ...kept, purpose: SHARED_PURPOSE, room: roomBySlug(rooms, 'ovingsrom-4'), slot: shared },
            ...{ bookedAt: addMinutes(now, -5 * 60), equipment: [] },
          },
        ]
      : []),
    ...(before
      ? [{ ...kept, room: roomBySlug(rooms, 'ovingsrom-4'), slot: before, bookedAt: addMinutes(before.start, -4 * 1_440), equipment: [] }]
      : []),
    ...(recording ? [cancelledRecording(studio, recording, band)] : []),
  ];
}

/** Called off a week ahead, so all of it came back. */
function cancelledRecording(room: RoomWithRules, slot: Interval, customer: Customer): PlannedBooking {
  const bookedAt = addMinutes(slot.start, -10 * 1_440);
  const cancelledAt = addMinutes(slot.start, -7 * 1_440);
  return { room, slot, customer, purpose: 'Innspilling', people: 4, outcome: 'cancelled', bookedAt, cancelledAt, equipment: [] };
}

/** The first evening from a date on, or back, at which the room is open. */
export function firstEvening(room: RoomWithRules, from: LocalDate, step: 1 | -1, accepts: (slot: Interval) => boolean): Interval | null {
  for (let index = 0; index < DAYS_TO_LOOK; index += 1) {
    const date = addDays(from, step * index);
    const start = toInstantOrAfterGap(date, EVENING.fromMinute);
    const slot = { start, end: addMinutes(start, EVENING.minutes) };
    const openings = openingsBetween(room.openingRules, room.exceptions, dayBounds(date));
    if (openings.some((opening) => contains(opening, slot)) && accepts(slot)) return slot;
  }
  return null;
}

export function roomBySlug(rooms: readonly RoomWithRules[], slug: string): RoomWithRules {
  const room = rooms.find((candidate) => candidate.room.slug === slug);
  if (!room) throw new Error(`The house has no ${slug}`);
  return room;
}
