/** The month that is invoiced, and the last day whose deliveries it takes. */
import { earlier } from '~/lib/interval';
import { addDays, dayBounds, type LocalDate, localDateOf } from '~/lib/local-time';
import { addMonths } from '~/lib/months';

/** Reads `2026-11`; null for anything else. */
export function parseMonth(text: string): LocalDate | null {
  return /^(20\d\d)-(0[1-9]|1[0-2])$/.test(text) ? (`${text}-01` as LocalDate) : null;
}

/** `2026-11` of the first day of a month. */
export function monthText(month: LocalDate): string {
  return month.slice(0, 7);
}

/** Until when deliveries count. */
export interface Cutoff {
  /** The last day of it. */
  readonly through: LocalDate;
  /** Its last moment: nothing is invoiced before it is over (bokføringsforskriften § 5-2-2). */
  readonly until: Date;
}

/** The month's end, or now while it lasts. */
export function cutoffOf(month: LocalDate, now: Date): Cutoff {
  const last = addDays(addMonths(month, 1), -1);
  const today = localDateOf(now);
  const through = last < today ? last : today;
  return { through, until: earlier(dayBounds(through).end, now) };
}
