/** A booking of many occurrences as one calendar file: a series as events that repeat, a project as one event for each occurrence. */
import { type Component, instantValue, type Property, textValue, writeComponent } from '~/lib/icalendar';
import type { Interval } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import { calendarUid, OSLO_ZONE } from '../booking-calendar';
import type { SeriesRule } from './series';
import { type EventFrame, seriesEvents, type SeriesTrack } from './series-calendar';

export interface CalendarOccurrence extends Interval {
  readonly id: string;
  readonly roomId: string;
  /** Name of the room with its building. */
  readonly place: string;
  readonly location: string;
  /** The date of the series' rule that it stands for. */
  readonly date: LocalDate | null;
  /** Neither refused nor called off. */
  readonly takesPlace: boolean;
}

export interface CalendarCommitment {
  readonly bookingId: string;
  readonly frame: EventFrame;
  /** With its rooms in their order; null for what has no rule. */
  readonly series: { readonly rule: SeriesRule; readonly roomIds: readonly string[] } | null;
  /** In order of time. */
  readonly occurrences: readonly CalendarOccurrence[];
}

export function commitmentCalendar(commitment: CalendarCommitment): string {
  const over = !commitment.occurrences.some(({ takesPlace }) => takesPlace);
  return writeComponent({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', '-//Sundbytunet//Bestilling//NO'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', over ? 'CANCEL' : 'PUBLISH'],
    ],
    components: [OSLO_ZONE, ...(commitment.series ? repeatingEvents(commitment) : singleEvents(commitment))],
  });
}

function repeatingEvents({ bookingId, series, occurrences, frame }: CalendarCommitment): Component[] {
  if (!series) return [];
  return tracksOf(bookingId, series.roomIds, occurrences).flatMap((track) => {
    const events = seriesEvents(series.rule, track, frame);
    return events.length > 0 ? events : [cancelled(track.uid, track, frame)];
  });
}

/** Each room's own dates. What has been moved to another room stays with a room of the series that has nothing else on that date. */
function tracksOf(bookingId: string, roomIds: readonly string[], occurrences: readonly CalendarOccurrence[]): SeriesTrack[] {
  const rest = new Set(occurrences.filter(({ takesPlace }) => takesPlace));
  const own = roomIds.map((roomId) => take(rest, (occurrence) => occurrence.roomId === roomId));
  for (const dates of own) {
    const free = new Map([...rest].filter(({ date }) => !dates.some((one) => one.date === date)).map((one) => [one.date, one]));
    dates.push(...take(rest, (occurrence) => free.get(occurrence.date) === occurrence));
  }
  return roomIds.map((roomId, index) => {
    const at = occurrences.find((occurrence) => occurrence.roomId === roomId) ?? occurrences[0];
    return {
      uid: seriesUid(bookingId, index),
      place: at?.place ?? '',
      location: at?.location ?? '',
      occurrences: (own[index] ?? [])
        .flatMap(({ date, ...occurrence }) => (date === null ? [] : [{ ...occurrence, date }]))
        .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    };
  });
}

function take(from: Set<CalendarOccurrence>, wanted: (occurrence: CalendarOccurrence) => boolean): CalendarOccurrence[] {
  const taken = [...from].filter(wanted);
  for (const occurrence of taken) from.delete(occurrence);
  return taken;
}

export function seriesUid(bookingId: string, index: number): string {
  return `series-${bookingId}-${index + 1}@sundbytunet`;
}

function singleEvents({ occurrences, frame }: CalendarCommitment): Component[] {
  return occurrences.map((occurrence) => event(calendarUid(occurrence.id), occurrence, frame, occurrence.takesPlace));
}

/** A series of which nothing is left. */
function cancelled(uid: string, { place, location }: SeriesTrack, frame: EventFrame): Component {
  const at = frame.stampedAt;
  return event(uid, { place, location, start: at, end: at }, frame, false);
}

function event(uid: string, at: Interval & { place: string; location: string }, frame: EventFrame, takesPlace: boolean): Component {
  const properties: Property[] = [
    ['UID', uid],
    ['SEQUENCE', String(frame.sequence)],
    ['DTSTAMP', instantValue(frame.stampedAt)],
    ['DTSTART', instantValue(at.start)],
    ['DTEND', instantValue(at.end)],
    ['STATUS', takesPlace ? 'CONFIRMED' : 'CANCELLED'],
    ['SUMMARY', textValue(at.place)],
    ['LOCATION', textValue(at.location)],
    ['DESCRIPTION', textValue(frame.description)],
    ['URL', frame.url],
  ];
  return { name: 'VEVENT', properties };
}
