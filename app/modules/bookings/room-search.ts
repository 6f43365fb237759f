/** What somebody looks for, as the address of the search says it. */
import { type LocalDate, parseClock, parseLocalDate, toInstant } from '~/lib/local-time';
import type { RoomKind } from '../rooms/room';

/** A search that can be answered. Minutes of the start are wall-clock minutes of the date. */
export interface RoomSearch {
  readonly date: LocalDate;
  readonly startMinute: number;
  readonly minutes: number;
  readonly people: number;
  readonly kind: RoomKind | null;
}

export type RoomSearchError = 'date' | 'time' | 'length' | 'people' | 'nonexistentTime';

/** What was typed, to be shown again. */
export interface RoomSearchValues {
  readonly dato: string;
  readonly fra: string;
  readonly lengde: string;
  readonly antall: string;
  readonly type: string;
}

export interface ReadRoomSearch {
  readonly values: RoomSearchValues;
  /** Null when nothing was asked, or it cannot be answered. */
  readonly search: RoomSearch | null;
  readonly kind: RoomKind | null;
  readonly errors: Partial<Record<keyof RoomSearchValues, RoomSearchError>>;
}

const KINDS: readonly RoomKind[] = ['rehearsal', 'production', 'dissemination'];
const LONGEST_MINUTES = 12 * 60;
const STEP_MINUTES = 30;
const MOST_PEOPLE = 500;

/** Reads a search from the address. Without a date it is no search, only perhaps a kind of room to look at. */
export function readRoomSearch(params: URLSearchParams, today: LocalDate): ReadRoomSearch {
  const field = (name: string) => (params.get(name) ?? '').slice(0, 40);
  const values = { dato: field('dato'), fra: field('fra'), lengde: field('lengde'), antall: field('antall'), type: field('type') };
  const kind = readRoomKind(values.type);
  if (values.dato === '') return { values, kind, search: null, errors: {} };

  const date = parseLocalDate(values.dato);
  const startMinute = parseClock(values.fra || '18:00');
  const minutes = wholeNumber(values.lengde || '120');
  const people = wholeNumber(values.antall || '1');
  const errors: ReadRoomSearch['errors'] = {
    ...(date === null || date < today ? { dato: 'date' } : {}),
    ...(startMinute === null || startMinute % STEP_MINUTES !== 0 ? { fra: 'time' } : {}),
    ...(minutes === null || minutes < STEP_MINUTES || minutes > LONGEST_MINUTES || minutes % STEP_MINUTES !== 0
      ? { lengde: 'length' }
      : {}),
    ...(people === null || people < 1 || people > MOST_PEOPLE ? { antall: 'people' } : {}),
  };
  if (date === null || startMinute === null || minutes === null || people === null || Object.keys(errors).length > 0) {
    return { values, kind, search: null, errors };
  }
  if (!toInstant(date, startMinute).ok) return { values, kind, search: null, errors: { fra: 'nonexistentTime' } };
  return { values, kind, search: { date, startMinute, minutes, people, kind }, errors: {} };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** A kind of room that can be booked by the hour; null for anything else. */
export function readRoomKind(text: string | null): RoomKind | null {
  return KINDS.find((candidate) => candidate === text) ?? null;
}
