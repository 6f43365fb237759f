import { expect, test } from 'vitest';
import { toInstantOrAfterGap } from '~/lib/local-time';
import { closingAddresses } from './closing-address';
import type { DateHours } from './opening-dates.schema';

const at = (day: number, hour: number) => toInstantOrAfterGap(`2026-12-0${day}` as '2026-12-01', hour * 60);
const time = (day: number, from: number, to: number) => ({ roomId: 'room', start: at(day, from), end: at(day, to) });
const booking = (day: number, from: number, to: number) => ({
  ...{ ...time(day, from, to), roomName: 'Storstua', occurrenceId: `${day}-${from}`, bookingId: 'b', reference: 'K7P4TX' },
  ...{ state: 'confirmed' as const, who: null },
});
const reason = { nb: 'Dugnad', en: 'Work day' };
const fieldsOf = (hours: DateHours, outside: ReturnType<typeof booking>[], lost: ReturnType<typeof time>[]) =>
  closingAddresses(outside, lost, { hours, reason }).map(({ href }) => {
    const { fromDate, fromTime, toDate, toTime, what } = Object.fromEntries(new URLSearchParams(href.split('?')[1]));
    return [what, fromDate, fromTime, toDate, toTime];
  });

test('time that somebody has booked is closed once, until midnight of its own day', () => {
  const open = { kind: 'open', fromMinute: 480, toMinute: 960 } as const;
  const outside = [booking(1, 17, 19), booking(1, 20, 22), booking(2, 17, 19)];
  const lost = [time(1, 16, 24), time(2, 16, 24), time(3, 16, 24)];
  expect(fieldsOf(open, outside, lost)).toEqual([
    ['room:room', '2026-12-01', '16:00', '2026-12-01', '24:00'],
    ['room:room', '2026-12-02', '16:00', '2026-12-02', '24:00'],
  ]);
});

test('closed days are closed as one stretch', () => {
  const lost = [time(1, 8, 24), time(2, 8, 24), time(3, 8, 26)];
  expect(fieldsOf({ kind: 'closed' }, [booking(1, 17, 19), booking(3, 23, 25)], lost)).toEqual([
    ['room:room', '2026-12-01', '08:00', '2026-12-04', '02:00'],
  ]);
});
