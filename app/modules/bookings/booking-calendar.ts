/** A booking as a calendar file. One UID for the life of an occurrence; the sequence rises with every change, so that calendars replace it. */
import { type Component, instantValue, textValue, writeComponent } from '~/lib/icalendar';
import { TIME_ZONE } from '~/lib/local-time';

export interface CalendarBooking {
  readonly occurrenceId: string;
  readonly start: Date;
  readonly end: Date;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** Asked for, and not answered yet. */
  readonly tentative?: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  /** When this state of the booking was written. */
  readonly stampedAt: Date;
}

/** Oslo's rules since 1996, written out: many calendars know no zone by its name alone. */
export const OSLO_ZONE: Component = {
  name: 'VTIMEZONE',
  properties: [['TZID', TIME_ZONE]],
  components: [
    {
      name: 'DAYLIGHT',
      properties: [
        ['TZNAME', 'CEST'],
        ['TZOFFSETFROM', '+0100'],
        ['TZOFFSETTO', '+0200'],
        ['DTSTART', '19960331T020000'],
        ['RRULE', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
      ],
    },
    {
      name: 'STANDARD',
      properties: [
        ['TZNAME', 'CET'],
        ['TZOFFSETFROM', '+0200'],
        ['TZOFFSETTO', '+0100'],
        ['DTSTART', '19961027T030000'],
        ['RRULE', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
      ],
    },
  ],
};

export function calendarUid(occurrenceId: string): string {
  return `${occurrenceId}@sundbytunet`;
}

/** Its times stand in UTC, which means one instant to every program, also in the hour that comes twice. */
export function bookingCalendar(booking: CalendarBooking): string {
  return writeComponent({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', '-//Sundbytunet//Bestilling//NO'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', booking.cancelled ? 'CANCEL' : 'PUBLISH'],
    ],
    components: [
      {
        name: 'VEVENT',
        properties: [
          ['UID', calendarUid(booking.occurrenceId)],
          ['SEQUENCE', String(booking.sequence)],
          ['DTSTAMP', instantValue(booking.stampedAt)],
          ['DTSTART', instantValue(booking.start)],
          ['DTEND', instantValue(booking.end)],
          ['STATUS', statusOf(booking)],
          ['SUMMARY', textValue(booking.summary)],
          ['DESCRIPTION', textValue(booking.description)],
          ['LOCATION', textValue(booking.location)],
          ['URL', booking.url],
          ['ORGANIZER;CN=Sundbytunet', 'mailto:hei@sundbytunet.example'],
        ],
      },
    ],
  });
}

function statusOf({ cancelled, tentative = false }: CalendarBooking): 'CANCELLED' | 'TENTATIVE' | 'CONFIRMED' {
  if (cancelled) return 'CANCELLED';
  return tentative ? 'TENTATIVE' : 'CONFIRMED';
}

/** Name and media type of the file. */
export const CALENDAR_FILE = { name: 'sundbytunet.ics', type: 'text/calendar; charset=utf-8' } as const;
