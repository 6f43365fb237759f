/** Who has which room when, before and after today: pure, and never two at once. */
import { addMinutes, durationMinutes, type Interval, intersect, overlaps } from '~/lib/interval';
import { addDays, dayBounds, daysBetween, type LocalDate, localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import { blockedBy, paddedInterval } from '~/modules/availability/claim';
import { ceilToStep, STEP_MINUTES } from '~/modules/availability/slot-step';
import { openingsBetween } from '~/modules/rooms/opening-hours';
import type { RoomWithRules } from '~/modules/rooms/room.queries.server';
import type { Customer } from './customers';
import { EVENING_FROM, NIGHT_FROM, OCCUPANCY, type Occupancy } from './data/occupancy';
import type { Random } from './random';

export type PlannedBooking = {
  readonly room: RoomWithRules;
  readonly slot: Interval;
  readonly customer: Customer;
  readonly purpose: string;
  readonly people: number;
  readonly bookedAt: Date;
  readonly outcome: 'kept' | 'no_show' | 'cancelled' | 'released';
  readonly cancelledAt: Date | null;
  readonly equipment: readonly { readonly slug: string; readonly quantity: number }[];
};

export type Plan = {
  readonly rooms: readonly RoomWithRules[];
  readonly customers: readonly Customer[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Date;
  /** Rooms and times that are spoken for already, set-up and clean-up included. */
  readonly taken: readonly (Interval & { readonly roomId: string })[];
};

/** The further ahead, the emptier: this many days from now a room is half as full. */
const HALF_FULL_DAYS = 30;
/** Tonight and tomorrow keep room for whoever comes by. */
const NEAR_FACTOR = 0.45;
const SHARE = { cancelled: 0.045, noShow: 0.012, released: 0.02 };
const DAY = 1_440;

/** Bookings for every room and date of the plan, room by room in the order of time; the parts of a room when the whole is planned. */
export function planBookings(plan: Plan, random: Random): PlannedBooking[] {
  const undivided = plan.rooms.filter(({ about }) => about.whole === null);
  const parts = plan.rooms.filter(({ about }) => about.whole !== null);
  const planned: PlannedBooking[] = [];
  for (const room of [...undivided, ...parts]) {
    const whole = room.about.whole;
    const ofWhole = planned.filter((booking) => booking.room.room.id === whole?.id && keepsRoom(booking));
    const claimed = ofWhole.map(({ slot, room: { room: facts } }) => ({ roomId: room.room.id, ...paddedInterval(facts, slot) }));
    const known = { ...plan, taken: [...plan.taken, ...claimed] };
    for (let date = plan.from; date <= plan.to; date = addDays(date, 1)) planned.push(...planDay(known, room, date, random));
  }
  return planned;
}

function keepsRoom({ outcome }: PlannedBooking): boolean {
  return outcome === 'kept' || outcome === 'no_show';
}

function planDay(plan: Plan, room: RoomWithRules, date: LocalDate, random: Random): PlannedBooking[] {
  const occupancy = OCCUPANCY[room.room.slug];
  const customers = plan.customers.filter((customer) => customer.rooms.includes(room.room.slug));
  if (!occupancy || customers.length === 0) return [];
  const taken = plan.taken.filter((claim) => claim.roomId === room.room.id);
  const planned: PlannedBooking[] = [];
  for (const opening of openingsOf(room, date)) {
    let start = ceilToStep(opening.start);
    while (durationMinutes({ start, end: opening.end }) >= room.room.minMinutes) {
      const slot = random.chance(startProbability(occupancy, start, date, plan.now))
        ? slotFrom(room, start, opening, occupancy, random)
        : null;
      if (!slot || isTaken(room, slot, taken)) {
        start = addMinutes(start, STEP_MINUTES);
        continue;
      }
      const booking = bookingIn(plan, room, slot, random.weighted(customers), random);
      if (booking) planned.push(booking);
      // Somebody who did not keep the room leaves it to the next.
      const keeps = booking && keepsRoom(booking);
      start = keeps ? ceilToStep(addMinutes(slot.end, room.room.cleanupMinutes + room.room.setupMinutes)) : addMinutes(start, STEP_MINUTES);
    }
  }
  return planned;
}

/** The openings that begin on the date. */
function openingsOf({ openingRules, exceptions }: RoomWithRules, date: LocalDate): Interval[] {
  const around = { start: dayBounds(addDays(date, -1)).start, end: dayBounds(addDays(date, 1)).end };
  return openingsBetween(openingRules, exceptions, around).filter((opening) => localDateOf(opening.start) === date);
}

function startProbability(occupancy: Occupancy, start: Date, date: LocalDate, now: Date): number {
  const minute = localMinuteOf(start);
  const part = localDateOf(start) !== date || minute >= NIGHT_FROM ? 'night' : minute >= EVENING_FROM ? 'evening' : 'day';
  const base = (weekdayOf(date) >= 6 ? occupancy.weekend : occupancy.weekday)[part];
  const ahead = daysBetween(localDateOf(now), date);
  if (ahead < 0) return base;
  return base * (ahead <= 1 ? NEAR_FACTOR : HALF_FULL_DAYS / (HALF_FULL_DAYS + ahead));
}

/** A slot of a usual length that ends within the opening; people like to begin on the hour. */
function slotFrom({ room }: RoomWithRules, start: Date, opening: Interval, { lengths }: Occupancy, random: Random): Interval | null {
  if (localMinuteOf(start) % 60 !== 0 && random.chance(0.5)) return null;
  const longest = Math.min(room.maxMinutes, durationMinutes({ start, end: opening.end }));
  const minutes = Math.min(random.pick(lengths), longest);
  return minutes < room.minMinutes || minutes % STEP_MINUTES !== 0 ? null : { start, end: addMinutes(start, minutes) };
}

function isTaken({ room }: RoomWithRules, slot: Interval, taken: Plan['taken']): boolean {
  return taken.some(
    (claim) => overlaps(blockedBy({ ...claim, kind: 'booking' }, room), slot) || intersect(claim, paddedInterval(room, slot)),
  );
}

/** Null when it would have been booked after now: nobody has done that yet. */
function bookingIn({ now }: Plan, room: RoomWithRules, slot: Interval, customer: Customer, random: Random): PlannedBooking | null {
  const bookedAt = bookedBefore(room, slot, now, random);
  if (!bookedAt) return null;
  const outcome = outcomeOf(slot, now, random);
  const lastMoment = Math.min(slot.start.getTime(), now.getTime());
  const cancelledAt =
    outcome === 'cancelled' ? new Date(bookedAt.getTime() + (lastMoment - bookedAt.getTime()) * random.next() * 0.9) : null;
  const { capacity } = room.room;
  return {
    ...{ room, slot, customer, bookedAt, outcome, cancelledAt },
    purpose: random.pick(customer.purposes),
    people: Math.max(1, Math.round(capacity * (0.3 + 0.6 * random.next()))),
    equipment: [],
  };
}

function bookedBefore({ room }: RoomWithRules, slot: Interval, now: Date, random: Random): Date | null {
  const daysAhead = random.chance(0.25) ? random.next() : 1 + random.next() * 20;
  const latest = addMinutes(slot.start, -Math.max(room.noticeMinutes, 30));
  const wished = addMinutes(latest, -Math.round(daysAhead * DAY));
  if (wished.getTime() < now.getTime()) return wished;
  // Far ahead: booked in the last three weeks.
  return addMinutes(now, -30 - Math.round(random.next() * 21 * DAY));
}

function outcomeOf(slot: Interval, now: Date, random: Random): PlannedBooking['outcome'] {
  const dice = random.next();
  if (dice < SHARE.cancelled) return 'cancelled';
  if (dice < SHARE.cancelled + SHARE.released) return 'released';
  const over = slot.end.getTime() <= now.getTime();
  return over && dice < SHARE.cancelled + SHARE.released + SHARE.noShow ? 'no_show' : 'kept';
}
