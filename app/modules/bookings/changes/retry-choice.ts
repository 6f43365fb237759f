/** Where a date that could not be had is wanted now, as one word of a form: `occurrence~room~start~end`, instants in milliseconds. */
import type { Interval } from '~/lib/interval';
import { isUuid } from '~/lib/uuid';

export interface RetryWish {
  readonly occurrenceId: string;
  readonly roomSlug: string;
  readonly slot: Interval;
}

const LATEST_MS = 4_102_444_800_000;
const MOST_CHOICES = 500;

export function choiceText({ occurrenceId, roomSlug, slot }: RetryWish): string {
  return [occurrenceId, roomSlug, slot.start.getTime(), slot.end.getTime()].join('~');
}

/** What was chosen, each date once; what is no choice is left out. Null when nothing has been chosen yet. */
export function readChoices(fields: URLSearchParams | FormData): RetryWish[] | null {
  if (!fields.has('valgt')) return null;
  const texts = (fields.getAll('valg') as unknown[]).filter((value): value is string => typeof value === 'string');
  const wishes = texts.slice(0, MOST_CHOICES).flatMap(readChoice);
  return [...new Map(wishes.map((wish) => [wish.occurrenceId, wish])).values()];
}

function readChoice(text: string): RetryWish[] {
  const [occurrenceId = '', roomSlug = '', start = '', end = ''] = text.split('~');
  if (!isUuid(occurrenceId) || !/^[a-z0-9-]{1,80}$/.test(roomSlug)) return [];
  if (![start, end].every((instant) => /^\d{1,13}$/.test(instant))) return [];
  const [from, to] = [Number(start), Number(end)];
  return from < to && to <= LATEST_MS ? [{ occurrenceId, roomSlug, slot: { start: new Date(from), end: new Date(to) } }] : [];
}
