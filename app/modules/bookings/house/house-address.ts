/** What the address of the staff's calendar says: what is on show, which booking is pressed, and where it would be moved. Pure. */
import { addDays, daysBetween, type LocalDate, localDateOf, MINUTES_A_DAY, parseLocalDate, weekdayOf } from '~/lib/local-time';
import { isUuid } from '~/lib/uuid';
import { clockText } from '../clock-text';

/** day: all rooms · week: one room · month: one room or all. */
export type HouseScope = 'day' | 'week' | 'month';

export interface HouseView {
  readonly scope: HouseScope;
  /** A date of the day, week or month on show. */
  readonly date: LocalDate;
  /** Slug; null for all rooms. */
  readonly room: string | null;
}

/** Where an occurrence would be moved, as a form carries it; past midnight `til` counts on: `25:00`. */
export interface WantedFields {
  readonly rom: string;
  readonly dato: string;
  readonly fra: string;
  readonly til: string;
  /** `ingen`: no money either way. */
  readonly penger: string;
  /** `ja`: by an exception from the rules. */
  readonly unntak: string;
}

export interface HouseAddress {
  readonly view: HouseView;
  /** A date was asked for that the calendar does not have. */
  readonly badDate: boolean;
  /** The occurrence that is pressed. */
  readonly occurrenceId: string | null;
  /** Null while it is only looked at. */
  readonly wanted: WantedFields | null;
  /** A change that was just made. */
  readonly changeId: string | null;
}

export const HOUSE_PATH = '/admin/kalender';

/** Names in the address of what is wanted; the calendar itself has `dato` and `rom`. */
export const WANTED_NAMES = { rom: 'nyttRom', dato: 'nyDato', fra: 'nyFra', til: 'nyTil', penger: 'penger', unntak: 'unntak' } as const;

const SCOPES: Readonly<Record<string, HouseScope>> = { uke: 'week', maned: 'month' };
const WORDS = { week: 'uke', month: 'maned' } as const;
const LONGEST = 80;
const SLUG = /^[a-z0-9-]{1,80}$/;

export function readHouseAddress(params: URLSearchParams, today: LocalDate): HouseAddress {
  const text = (name: string) => (params.get(name) ?? '').slice(0, LONGEST);
  const id = (name: string) => (isUuid(text(name)) ? text(name) : null);
  const date = parseLocalDate(text('dato'));
  const wanted = {
    ...{ rom: text(WANTED_NAMES.rom), dato: text(WANTED_NAMES.dato), fra: text(WANTED_NAMES.fra) },
    ...{ til: text(WANTED_NAMES.til), penger: text(WANTED_NAMES.penger), unntak: text(WANTED_NAMES.unntak) },
  };
  return {
    view: { scope: SCOPES[text('visning')] ?? 'day', date: date ?? today, room: SLUG.test(text('rom')) ? text('rom') : null },
    badDate: text('dato') !== '' && date === null,
    occurrenceId: id('valgt'),
    wanted: wanted.dato === '' ? null : wanted,
    changeId: id('flyttet'),
  };
}

export interface HousePress {
  readonly occurrenceId: string;
  readonly wanted?: WantedFields | null;
  readonly changeId?: string | null;
}

/** The shareable address of what is on show, with the pressed booking and where it would be moved. */
export function housePath({ scope, date, room }: HouseView, press: HousePress | null = null): string {
  const params = new URLSearchParams();
  if (scope !== 'day') params.set('visning', WORDS[scope]);
  params.set('dato', date);
  if (scope !== 'day' && room !== null) params.set('rom', room);
  if (press) params.set('valgt', press.occurrenceId);
  if (press?.changeId) params.set('flyttet', press.changeId);
  for (const [name, value] of Object.entries(press?.wanted ?? {})) {
    if (value !== '') params.set(WANTED_NAMES[name as keyof WantedFields], String(value));
  }
  return `${HOUSE_PATH}?${params}`;
}

/** The dates on show: one, Monday to Sunday, or the whole weeks that hold the month. */
export function datesOf({ scope, date }: HouseView): LocalDate[] {
  if (scope === 'day') return [date];
  if (scope === 'week') return datesFrom(mondayOf(date), 7);
  const from = mondayOf(monthStart(date, 0));
  const lastMonday = mondayOf(addDays(monthStart(date, 1), -1));
  return datesFrom(from, daysBetween(from, lastMonday) + 7);
}

/** A date of the day, week or month before or after. */
export function stepFrom({ scope, date }: HouseView, step: -1 | 1): LocalDate {
  if (scope === 'month') return monthStart(date, step);
  return addDays(date, step * (scope === 'week' ? 7 : 1));
}

/** The same kind of view, where something is on show after it was moved. */
export function viewAround(
  { scope, room }: HouseView,
  { roomSlug, start }: { readonly roomSlug: string; readonly start: Date },
): HouseView {
  return { scope, date: localDateOf(start), room: room === null ? null : roomSlug };
}

export function isInMonth(date: LocalDate, month: LocalDate): boolean {
  return date.slice(0, 7) === month.slice(0, 7);
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Wall-clock minutes from the midnight that begins `date`, as the fields of a form: past midnight it is the next date's. */
export function fieldsAt(date: LocalDate, { fromMinute, toMinute }: { fromMinute: number; toMinute: number }) {
  const days = Math.floor(fromMinute / MINUTES_A_DAY);
  const shift = days * MINUTES_A_DAY;
  return { dato: addDays(date, days), fra: clockText(fromMinute - shift), til: clockText(toMinute - shift) };
}

function datesFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The first of the month so many months away. */
function monthStart(date: LocalDate, months: number): LocalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as LocalDate;
}
