/** A booking as a calendar file. One UID for the life of an occurrence; the sequence rises with every change, so that calendars replace it. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Component, writeComponent } from '~/lib/icalendar';
import { TIME_ZONE } from '~/lib/local-time';
import { asOsloDate } from '~/lib/oslo-date';

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

export function bookingCalendar(booking: CalendarBooking): string {
  const calendar = ical({
    prodId: { company: 'Sundbytunet', product: 'Bestilling', language: 'NO' },
    method: booking.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: TIME_ZONE, generator: () => writeComponent(OSLO_ZONE).trimEnd() },
  });
  calendar.createEvent({
    id: calendarUid(booking.occurrenceId),
    sequence: booking.sequence,
    start: asOsloDate(booking.start),
    end: asOsloDate(booking.end),
    stamp: booking.stampedAt,
    timezone: TIME_ZONE,
    status: statusOf(booking),
    summary: booking.summary,
    description: booking.description,
    location: booking.location,
    url: booking.url,
    organizer: { name: 'Sundbytunet', email: 'hei@sundbytunet.example' },
  });
  return calendar.toString().replace(/^DTSTAMP:.*$/m, `DTSTAMP:${utcStamp(booking.stampedAt)}`);
}

function statusOf({ cancelled, tentative = false }: CalendarBooking): ICalEventStatus {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** The stamp must be in UTC; the library would write it in the machine's zone and not say so. */
function utcStamp(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Name and media type of the file. */
export const CALENDAR_FILE = { name: 'sundbytunet.ics', type: 'text/calendar; charset=utf-8' } as const;
