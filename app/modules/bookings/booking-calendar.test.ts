import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { bookingCalendar, type CalendarBooking } from './booking-calendar';

const booking: CalendarBooking = {
  occurrenceId: '0190a000-0000-7000-8000-000000000001',
  start: new Date('2026-11-21T17:00:00Z'),
  end: new Date('2026-11-21T19:30:00Z'),
  sequence: 0,
  cancelled: false,
  summary: 'Øvingsrom 2, Låven',
  description: 'Trommesett; to mikrofoner, og en lang tekst som må brytes over flere linjer fordi den er lengre enn syttifem tegn.',
  location: 'Sundbytunet, Låven',
  url: 'https://sundbytunet.example/bestilling/1',
  stampedAt: new Date('2026-11-20T10:00:00Z'),
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as never);
  return { calendar, event };
}

const times = (event: ReturnType<typeof read>['event']) => [
  event.startDate.toJSDate().toISOString(),
  event.endDate.toJSDate().toISOString(),
];

describe('the calendar file of a booking', () => {
  test('tells another program the same instants, in Oslo’s own zone', () => {
    const { calendar, event } = read(bookingCalendar(booking));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(event.startDate.zone.tzid).toBe('Europe/Oslo');
    expect(times(event)).toEqual(['2026-11-21T17:00:00.000Z', '2026-11-21T19:30:00.000Z']);
    expect([event.uid, event.sequence, event.summary]).toEqual([`${booking.occurrenceId}@sundbytunet`, 0, booking.summary]);
    expect(event.description).toBe(booking.description);
  });

  test('is stamped in UTC, as the format wants it', () => {
    expect(bookingCalendar(booking)).toMatch(/^DTSTAMP:20261120T100000Z\r$/m);
  });

  test('is right in summer, and on the nights when the clocks change', () => {
    const inSummer = read(bookingCalendar({ ...booking, start: new Date('2026-07-01T16:00:00Z'), end: new Date('2026-07-01T18:00:00Z') }));
    expect(times(inSummer.event)).toEqual(['2026-07-01T16:00:00.000Z', '2026-07-01T18:00:00.000Z']);
    const spring = read(bookingCalendar({ ...booking, start: new Date('2026-03-28T22:00:00Z'), end: new Date('2026-03-29T02:00:00Z') }));
    expect(times(spring.event)).toEqual(['2026-03-28T22:00:00.000Z', '2026-03-29T02:00:00.000Z']);
    const autumn = read(bookingCalendar({ ...booking, start: new Date('2026-10-24T21:00:00Z'), end: new Date('2026-10-25T03:00:00Z') }));
    expect(times(autumn.event)).toEqual(['2026-10-24T21:00:00.000Z', '2026-10-25T03:00:00.000Z']);
  });

  test('of a cancelled booking takes the same event out of the calendar', () => {
    const { calendar, event } = read(bookingCalendar({ ...booking, sequence: 1, cancelled: true }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.uid).toBe(`${booking.occurrenceId}@sundbytunet`);
    expect(event.sequence).toBe(1);
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
