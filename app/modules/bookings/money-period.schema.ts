/** The period that a list of payments is asked for, from its address. What makes no sense falls back to this month. */
import { addDays, daysBetween, parseLocalDate, type LocalDate } from '~/lib/local-time';

/** A longer list is asked for year by year. */
const MOST_DAYS = 366;

export function parsePeriod(parameters: URLSearchParams, today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = parseLocalDate(parameters.get('til') ?? '') ?? today;
  const from = parseLocalDate(parameters.get('fra') ?? '') ?? firstOfMonth(to);
  const days = daysBetween(from, to);
  if (days < 0) return { from: to, to };
  return { from: days < MOST_DAYS ? from : addDays(to, -(MOST_DAYS - 1)), to };
}

/** Page number of a list, from 1. */
export function parsePage(parameters: URLSearchParams): number {
  const text = parameters.get('side') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate;
}
