import fc from 'fast-check';
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
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as never);
  return { calendar, event };
}

const times = (event: ReturnType<typeof read>['event']) => [
  event.startDate.toJSDate().toISOString(),
  event.endDate.toJSDate().toISOString(),
];

describe('the calendar file of a booking', () => {
  test('tells another program the same instants, words and link', () => {
    const { calendar, event } = read(bookingCalendar(booking));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(times(event)).toEqual(['2026-11-21T17:00:00.000Z', '2026-11-21T19:30:00.000Z']);
    expect([event.uid, event.sequence, event.summary]).toEqual([`${booking.occurrenceId}@sundbytunet`, 0, booking.summary]);
    expect([event.description, event.location]).toEqual([booking.description, booking.location]);
    expect(event.component.getFirstPropertyValue('url')).toBe(booking.url);
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

  test('means one instant also in the hour that comes twice, and stays whole whatever is written in it', () => {
    const instant = fc.date({ min: new Date('2026-10-24T22:00:00Z'), max: new Date('2026-10-25T04:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.string({ unit: 'grapheme', maxLength: 120 }), (at, said) => {
        const start = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const end = new Date(start.getTime() + 3_600_000);
        const { event } = read(bookingCalendar({ ...booking, start, end, summary: `Øving ${said}.` }));
        expect(times(event)).toEqual([start.toISOString(), end.toISOString()]);
        expect(event.description).toBe(booking.description);
      }),
    );
  });

  test('of a request that is not answered says so', () => {
    const { event } = read(bookingCalendar({ ...booking, tentative: true }));
    expect(event.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });

  test('of a cancelled booking takes the same event out of the calendar', () => {
    const { calendar, event } = read(bookingCalendar({ ...booking, sequence: 1, cancelled: true }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.uid).toBe(`${booking.occurrenceId}@sundbytunet`);
    expect(event.sequence).toBe(1);
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
