/** The way from bookings that would be outside to closing that time, filled in. */
import { addMinutes, contains, overlaps, span } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import type { LostTime } from './decide-dates';
import type { DatesWish } from './opening-dates.schema';
import type { OutsideBooking } from './outside-hours.queries.server';

export interface ClosingAddress extends LostTime {
  readonly roomName: string;
  /** Path of the form that closes rooms, with the time and the reason in it. */
  readonly href: string;
}

const DAY = 24 * 60;

/** One for each stretch of lost time that somebody has booked, in the order of the bookings; one for each room when whole days are closed. */
export function closingAddresses(
  outside: readonly OutsideBooking[],
  lost: readonly LostTime[],
  { hours, reason }: Pick<DatesWish, 'hours' | 'reason'>,
): ClosingAddress[] {
  const hit = outside.flatMap((booking) =>
    lost
      .filter((time) => time.roomId === booking.roomId && overlaps(time, booking))
      .map((time) => ({ ...time, roomName: booking.roomName })),
  );
  if (hours.kind === 'closed') {
    const rooms = hit.filter((time, index) => hit.findIndex(({ roomId }) => roomId === time.roomId) === index);
    return rooms.map(({ roomId, roomName }) => {
      const time = { roomId, ...span(hit.filter((other) => other.roomId === roomId)) };
      return { ...time, roomName, href: addressOf(time, reason) };
    });
  }
  const first = hit.filter((time, index) => !hit.slice(0, index).some((other) => other.roomId === time.roomId && contains(other, time)));
  return first.map((time) => ({ ...time, href: addressOf(time, reason) }));
}

function addressOf({ roomId, start, end }: LostTime, { nb, en }: { readonly nb: string; readonly en: string }): string {
  const [fromDate, endDate] = [localDateOf(start), localDateOf(end)];
  const endMinute = minuteFrom(endDate, end);
  // A closure that ends at midnight ends on the day before.
  const atMidnight = endMinute === 0 && endDate !== fromDate;
  const toDate = atMidnight ? localDateOf(addMinutes(end, -1)) : endDate;
  const fields = {
    what: `room:${roomId}`,
    ...{ fromDate, fromTime: clock(minuteFrom(fromDate, start)), toDate, toTime: clock(atMidnight ? DAY : endMinute) },
    ...{ repeat: 'once', reasonNb: nb, reasonEn: en },
  };
  return `/admin/stengninger/ny?${new URLSearchParams(fields).toString()}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
