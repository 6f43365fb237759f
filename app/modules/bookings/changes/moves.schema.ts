/** The form that moves dates of a series, from wall-clock strings to a move. */
import { z } from 'zod';
import { MINUTES_A_DAY, parseClock, type Weekday } from '~/lib/local-time';
import { CANCELLATION_SCOPES } from '../series/cancellation-scope';
import type { DatesMove } from './decide-moves';

/** What somebody has chosen so far, as the address carries it. */
export interface MovesDraft {
  readonly dato: string;
  readonly ukedag: string;
  readonly fra: string;
  readonly til: string;
  /** Empty: each stays in its room. */
  readonly rom: string;
}

const LONGEST = 80;

export function readMovesDraft(fields: URLSearchParams | FormData): MovesDraft {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  return { dato: text('dato'), ukedag: text('ukedag'), fra: text('fra'), til: text('til'), rom: text('rom') };
}

/** Null when the draft names no move. An end at or before the start is the next day's. */
export function moveOf({ ukedag, fra, til, rom }: MovesDraft): { move: DatesMove; roomSlug: string | null } | null {
  const fromMinute = parseClock(fra);
  const toMinute = parseClock(til);
  if (!/^[1-7]$/.test(ukedag) || fromMinute === null || fromMinute >= MINUTES_A_DAY || toMinute === null) return null;
  if (rom !== '' && !/^[a-z0-9-]{1,80}$/.test(rom)) return null;
  const weekday = Number(ukedag) as Weekday;
  return {
    move: { weekday, fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + MINUTES_A_DAY },
    roomSlug: rom === '' ? null : rom,
  };
}

export const movesForm = z.object({
  requestKey: z.uuid('invalid'),
  omfang: z.enum(CANCELLATION_SCOPES, 'invalid').default('this'),
});
