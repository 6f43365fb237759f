/** Days to book on in browser tests: further ahead than the demo's own bookings, and with the ordinary hours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type LocalDate, localDateOf } from '../../app/lib/local-time';

const HOLIDAYS = join(import.meta.dirname, '../../prisma/seed/data/public-holidays-2024-2035.json');

/** The days with other hours, as the demo house keeps them. */
const OTHER_HOURS = new Set((JSON.parse(readFileSync(HOLIDAYS, 'utf8')) as { date: string }[]).map(({ date }) => date));

/** The so-manieth ordinary day from tomorrow on: another number is another day, whatever holidays lie between. */
export function ordinaryDay(number: number): LocalDate {
  let date = localDateOf(new Date());
  for (let passed = 0; passed < number;) {
    date = addDays(date, 1);
    if (!OTHER_HOURS.has(date)) passed += 1;
  }
  return date;
}
