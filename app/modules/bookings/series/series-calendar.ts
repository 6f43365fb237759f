/**
 * A series as calendar objects: for each of its rooms one event that repeats (RRULE) without the dates that are not its (EXDATE), and
 * dates that went their own way as its overrides (RECURRENCE-ID). RFC 5545.
 */
import { addMinutes, durationMinutes, type Interval } from '~/lib/interval';
import { type Component, instantValue, type Property, textValue } from '~/lib/icalendar';
import { addDays, type LocalDate, localMinuteOf, MINUTES_A_DAY, TIME_ZONE, type Weekday } from '~/lib/local-time';
import { expandSeries, type SeriesRule, slotOn } from './series';

/** What all events of a booking share. */
export interface EventFrame {
  readonly sequence: number;
  readonly stampedAt: Date;
  readonly description: string;
  readonly url: string;
}

export interface SeriesOccurrence extends Interval {
  /** The date of the rule that it stands for. */
  readonly date: LocalDate;
  /** Name of the room with its building. */
  readonly place: string;
}

/** One room's share of a series. */
export interface SeriesTrack {
  /** The same for the life of the series. */
  readonly uid: string;
  readonly place: string;
  readonly location: string;
  /** Those that take place, in order of their dates. */
  readonly occurrences: readonly SeriesOccurrence[];
}

/** Null when nothing of the track takes place. */
export function seriesEvents(rule: SeriesRule, track: SeriesTrack, frame: EventFrame): Component[] {
  const dates = ruleDates(rule, track.occurrences);
  const [first] = dates;
  if (!first) return [];
  const kept = new Map(track.occurrences.map((occurrence) => [occurrence.date, occurrence]));
  const left = dates.filter((date) => !kept.has(date));
  const base: Component = {
    name: 'VEVENT',
    properties: [
      ['UID', track.uid],
      ...frameProperties(frame),
      [`DTSTART;TZID=${TIME_ZONE}`, wallValue(first, rule.fromMinute)],
      // A length, not an end: programs disagree on what an end means on the nights when the clocks change.
      ['DURATION', `PT${rule.toMinute - rule.fromMinute}M`],
      ['RRULE', recurrence(rule, dates.length)],
      ...left.map((date): Property => [`EXDATE;TZID=${TIME_ZONE}`, wallValue(date, rule.fromMinute)]),
      ...placeProperties(track.place, track.location),
    ],
  };
  return [base, ...track.occurrences.filter((one) => differs(rule, one, track)).map((one) => override(rule, one, track, frame))];
}

/** The dates of the rule from the first that takes place to the last. */
function ruleDates(rule: SeriesRule, occurrences: readonly SeriesOccurrence[]): LocalDate[] {
  const all = expandSeries(rule);
  const [first, last] = [occurrences[0]?.date, occurrences.at(-1)?.date];
  if (!all.ok || first === undefined || last === undefined) return [];
  return all.value.map(({ date }) => date).filter((date) => date >= first && date <= last);
}

/** Moved, or in another room, or on a night on which the clock alone does not say when. */
function differs(rule: SeriesRule, occurrence: SeriesOccurrence, { place }: SeriesTrack): boolean {
  const slot = slotOn(rule, occurrence.date);
  if (slot === null || occurrence.place !== place) return true;
  if (slot.start.getTime() !== occurrence.start.getTime() || slot.end.getTime() !== occurrence.end.getTime()) return true;
  return durationMinutes(slot) !== rule.toMinute - rule.fromMinute || comesTwice(slot.start) || comesTwice(slot.end);
}

function comesTwice(instant: Date): boolean {
  return localMinuteOf(addMinutes(instant, 60)) === localMinuteOf(instant);
}

/** Its times stand in UTC, which means one instant to everybody. */
function override(rule: SeriesRule, { date, start, end, place }: SeriesOccurrence, track: SeriesTrack, frame: EventFrame): Component {
  return {
    name: 'VEVENT',
    properties: [
      ['UID', track.uid],
      [`RECURRENCE-ID;TZID=${TIME_ZONE}`, wallValue(date, rule.fromMinute)],
      ...frameProperties(frame),
      ['DTSTART', instantValue(start)],
      ['DTEND', instantValue(end)],
      ...placeProperties(place, track.location),
    ],
  };
}

function frameProperties({ sequence, stampedAt, description, url }: EventFrame): Property[] {
  return [
    ['SEQUENCE', String(sequence)],
    ['DTSTAMP', instantValue(stampedAt)],
    ['STATUS', 'CONFIRMED'],
    ['DESCRIPTION', textValue(description)],
    ['URL', url],
  ];
}

function placeProperties(place: string, location: string): Property[] {
  return [
    ['SUMMARY', textValue(place)],
    ['LOCATION', textValue(location)],
  ];
}

const DAY_NAMES: Readonly<Record<Weekday, string>> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };

function recurrence({ weekdays, intervalWeeks }: SeriesRule, count: number): string {
  const days = weekdays.toSorted((a, b) => a - b).map((weekday) => DAY_NAMES[weekday]);
  return [`FREQ=WEEKLY`, `INTERVAL=${intervalWeeks}`, `COUNT=${count}`, 'WKST=MO', `BYDAY=${days.join(',')}`].join(';');
}

/** A wall-clock time as the format writes it: `20261202T180000`. */
function wallValue(date: LocalDate, minute: number): string {
  const day = addDays(date, Math.floor(minute / MINUTES_A_DAY)).replaceAll('-', '');
  const rest = minute % MINUTES_A_DAY;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day}T${two(Math.floor(rest / 60))}${two(rest % 60)}00`;
}
