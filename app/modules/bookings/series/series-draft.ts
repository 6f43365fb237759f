/** What somebody has chosen so far for a series, as the address carries it, and what it means. Nothing typed is lost. */
import { type LocalDate, MINUTES_A_DAY, parseClock, parseLocalDate, type Weekday, weekdayOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import type { RigTime } from '../../rooms/rig-time';
import { asSoundClass, type SoundClass } from '../../rooms/sound-class';
import { type BookingDraft, readBookingDraft, setAddOns } from '../booking-draft';
import type { OccurrenceInput } from '../booking.schema';
import { staffHours } from '../staff-hours';
import { expandSeries, type SeriesDate, type SeriesRefusal, type SeriesRule } from './series';

export interface SeriesDraft extends Pick<BookingDraft, 'riggFor' | 'riggEtter' | 'lyd' | 'hours' | 'quantities'> {
  /** Slugs; the first is the room the page began with. */
  readonly rom: readonly string[];
  /** 1 is Monday. */
  readonly ukedag: readonly string[];
  readonly hver: string;
  readonly dato: string;
  readonly slutt: 'dato' | 'antall';
  readonly sluttdato: string;
  readonly ganger: string;
  readonly fra: string;
  readonly til: string;
  readonly antall: string;
  readonly formal: string;
  /** As `payerValue` writes it. */
  readonly betaler: string;
  /** Dates that are left out. */
  readonly hopp: readonly string[];
}

/** A draft that can be booked, or looked at. */
export interface SeriesWish {
  readonly rule: SeriesRule;
  readonly roomSlugs: readonly string[];
  readonly people: number;
  readonly rig: RigTime;
  /** Null: as each room usually is. */
  readonly loudness: SoundClass | null;
  /** What is wanted in each room on each date; hours of people by the clock, empty: the booking's own. */
  readonly addOns: readonly { readonly itemId: string; readonly quantity: number; readonly from: string; readonly to: string }[];
  /** All dates of the rule, also those without a time and those left out. */
  readonly dates: readonly (SeriesDate & { readonly skipped: boolean })[];
}

export type SeriesField = 'rom' | 'ukedag' | 'hver' | 'dato' | 'sluttdato' | 'ganger' | 'fra' | 'til' | 'antall' | 'riggFor' | 'riggEtter';
export type SeriesDraftRefusal = { readonly field: SeriesField } & (SeriesRefusal | { code: 'invalid' } | { code: 'too_many_rooms' });

const MOST_ROOMS = 10;
const MOST_PEOPLE = 1_000;
const MOST_SKIPPED = 200;
const TEXT_LENGTH = 300;
const MOST_ADD_ONS = 50;
/** Slugs, weekdays and dates. */
const LIST_ITEM = /^[a-z0-9-]{1,60}$/;

/** Reads a draft from an address or a posted form; what is missing is empty, and the room of the page is always among the rooms. */
export function readSeriesDraft(fields: URLSearchParams | FormData, roomSlug: string | null): SeriesDraft {
  const text = (name: string, fallback = '') => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, TEXT_LENGTH) : fallback;
  };
  const list = (name: string, most: number) => {
    const texts = fields.getAll(name) as unknown[];
    return texts.filter((value): value is string => typeof value === 'string' && LIST_ITEM.test(value)).slice(0, most);
  };
  const dato = text('dato');
  const date = parseLocalDate(dato);
  const weekdays = list('ukedag', 7);
  const { riggFor, riggEtter, lyd, hours, quantities } = readBookingDraft(fields);
  return {
    ...{ riggFor, riggEtter, lyd, hours, quantities },
    rom: [...new Set([...(roomSlug === null ? [] : [roomSlug]), ...list('rom', MOST_ROOMS + 1)])],
    ukedag: weekdays.length === 0 && date && !fields.has('vis') ? [String(weekdayOf(date))] : weekdays,
    hver: text('hver', '1'),
    dato,
    slutt: text('slutt') === 'dato' ? 'dato' : 'antall',
    sluttdato: text('sluttdato'),
    ganger: text('ganger', '10'),
    fra: text('fra', '18:00'),
    til: text('til', '20:00'),
    antall: text('antall', '1'),
    formal: text('formal'),
    betaler: text('betaler') || 'card',
    hopp: list('hopp', MOST_SKIPPED),
  };
}

/** The draft as a query string: for links that change one thing, and for coming back after signing in. */
export function seriesQuery({ hours, quantities, ...draft }: SeriesDraft): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries<string | readonly string[]>(draft)) {
    for (const text of [value].flat()) if (text !== '') params.append(name, text);
  }
  setAddOns(params, { hours, quantities });
  params.set('vis', '1');
  return params.toString();
}

/** The same with a date left out, or taken in again. */
export function withDate(draft: SeriesDraft, { date, skipped }: { readonly date: LocalDate; readonly skipped: boolean }): SeriesDraft {
  return { ...draft, hopp: skipped ? draft.hopp.filter((one) => one !== date) : [...draft.hopp, date] };
}

/** The same with the date that a button named left out, or taken in again; as it is when the button was another. */
export function withToggled(draft: SeriesDraft, named: unknown): SeriesDraft {
  const date = typeof named === 'string' ? parseLocalDate(named) : null;
  return date === null ? draft : withDate(draft, { date, skipped: draft.hopp.includes(date) });
}

/** What the draft means, or the field that keeps it from meaning anything. */
export function readSeriesWish(draft: SeriesDraft): Result<SeriesWish, SeriesDraftRefusal> {
  const people = wholeNumber(draft.antall);
  const rule = ruleOf(draft);
  if (!rule.ok) return rule;
  if (people === null || people < 1 || people > MOST_PEOPLE) return refuse({ field: 'antall', code: 'invalid' });
  if (draft.rom.length === 0) return refuse({ field: 'rom', code: 'invalid' });
  const rig = rigOf(draft);
  if (!rig.ok) return rig;
  if (draft.rom.length > MOST_ROOMS) return refuse({ field: 'rom', code: 'too_many_rooms' });
  const expanded = expandSeries(rule.value, draft.rom.length);
  if (!expanded.ok) return refuse({ ...expanded, field: fieldOf(expanded.code, draft) });
  const skipped = new Set(draft.hopp);
  const dates = expanded.value.map((date) => ({ ...date, skipped: skipped.has(date.date) }));
  if (!dates.some(({ slot }) => slot !== null)) return refuse({ field: 'fra', code: 'no_dates' });
  const loudness = asSoundClass(draft.lyd);
  return ok({ rule: rule.value, roomSlugs: draft.rom, people, rig: rig.value, loudness, addOns: addOnsOf(draft), dates });
}

/** The occurrences that are asked for, in order of time, then of rooms. */
export function wishedOccurrences(wish: SeriesWish): (OccurrenceInput & { readonly seriesDate: LocalDate })[] {
  const { dates, roomSlugs, people, rig, loudness, addOns } = wish;
  return dates.flatMap(({ date, slot, skipped }) => {
    if (slot === null || skipped) return [];
    // The same hours on the wall are other minutes of the booking on a night when the clocks change.
    const equipment = addOns.map(({ itemId, quantity, ...hours }) => ({ itemId, quantity, hours: staffHours(slot, rig, hours) }));
    return roomSlugs.map((roomSlug) => ({ roomSlug, slot, seriesDate: date, people, rig, loudness, equipment }));
  });
}

function addOnsOf({ quantities, hours }: SeriesDraft): SeriesWish['addOns'] {
  return Object.entries(quantities)
    .slice(0, MOST_ADD_ONS)
    .map(([itemId, quantity]) => ({ itemId, quantity, ...(hours[itemId] ?? { from: '', to: '' }) }));
}

function rigOf({ riggFor, riggEtter }: SeriesDraft): Result<RigTime, { field: 'riggFor' | 'riggEtter'; code: 'invalid' }> {
  const beforeMinutes = rigMinutes(riggFor);
  const afterMinutes = rigMinutes(riggEtter);
  if (beforeMinutes === null) return refuse({ field: 'riggFor', code: 'invalid' });
  return afterMinutes === null ? refuse({ field: 'riggEtter', code: 'invalid' }) : ok({ beforeMinutes, afterMinutes });
}

function rigMinutes(typed: string): number | null {
  const minutes = typed === '' ? 0 : wholeNumber(typed);
  return minutes !== null && minutes <= MINUTES_A_DAY ? minutes : null;
}

function ruleOf(draft: SeriesDraft): Result<SeriesRule, { field: SeriesField; code: 'invalid' | 'no_weekday' }> {
  const from = parseLocalDate(draft.dato);
  const until = parseLocalDate(draft.sluttdato);
  const count = wholeNumber(draft.ganger);
  const intervalWeeks = wholeNumber(draft.hver);
  const fromMinute = parseClock(draft.fra);
  const toMinute = parseClock(draft.til);
  const weekdays = draft.ukedag.filter((day) => /^[1-7]$/.test(day)).map((day) => Number(day) as Weekday);
  if (from === null) return refuse({ field: 'dato', code: 'invalid' });
  if (fromMinute === null || fromMinute >= MINUTES_A_DAY) return refuse({ field: 'fra', code: 'invalid' });
  if (toMinute === null) return refuse({ field: 'til', code: 'invalid' });
  if (weekdays.length === 0) return refuse({ field: 'ukedag', code: 'no_weekday' });
  if (intervalWeeks === null) return refuse({ field: 'hver', code: 'invalid' });
  if (draft.slutt === 'dato' && until === null) return refuse({ field: 'sluttdato', code: 'invalid' });
  if (draft.slutt === 'antall' && count === null) return refuse({ field: 'ganger', code: 'invalid' });
  return ok({
    ...{ weekdays, intervalWeeks, from, fromMinute },
    // An end at or before the start is the next day's.
    toMinute: toMinute > fromMinute ? toMinute : toMinute + MINUTES_A_DAY,
    ends: draft.slutt === 'dato' && until !== null ? { until } : { count: count ?? 0 },
  });
}

function fieldOf(code: SeriesRefusal['code'], { slutt }: SeriesDraft): SeriesField {
  const end = slutt === 'dato' ? 'sluttdato' : 'ganger';
  return code === 'no_weekday' ? 'ukedag' : code === 'bad_interval_weeks' ? 'hver' : end;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
