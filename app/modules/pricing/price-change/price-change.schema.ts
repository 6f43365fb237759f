/** The form of a room's prices: rows `dager0`, `fra0`, `til0` and `pris0` (everybody) or `pris0_youth`, in kroner without VAT. */
import { z } from 'zod';
import { type LocalDate, MINUTES_A_DAY, parseClock, parseLocalDate } from '~/lib/local-time';
import { type Ore, parseKroner } from '~/lib/money';
import { MOST_ROWS, PRICED_GROUPS, priceField } from './price-fields';
import type { PricedGroup, PriceRow } from './price-week';

const DAYS = /^(?!.*(.).*\1)[1-7]{1,7}$/;
const HALF_HOUR = 30;

/** What is to be charged, from when, and for which rooms. */
export interface PriceWish {
  readonly from: LocalDate;
  /** All rooms of the room's kind, and those that come to the house later. */
  readonly wholeKind: boolean;
  /** Price lists that begin later are changed as well. */
  readonly laterToo: boolean;
  readonly vatCode: string;
  readonly rows: readonly PriceRow[];
}

/** The wish, and in which of the form's rows each of its rows was typed. */
export type TypedPriceWish = PriceWish & { readonly places: readonly number[] };

export const priceForm = z
  .object({ fraDato: z.string('missing'), mva: z.string('missing').regex(/^\d{1,3}$/, 'invalid') })
  .extend({ gjelder: z.enum(['rom', 'slag'], 'invalid').default('rom'), senere: z.string().optional() })
  .catchall(z.string())
  .transform(({ fraDato, mva, gjelder, senere, ...given }, context): TypedPriceWish => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const from = parseLocalDate(fraDato.trim());
    if (from === null) fault('fraDato', fraDato.trim() === '' ? 'missing' : 'bad_date');
    const typed = Array.from({ length: MOST_ROWS }, (_, index) => ({ index, row: readRow(given, index, fault) }));
    const rows = typed.flatMap(({ index, row }) => (row === null ? [] : [{ index, row }]));
    if (rows.length === 0) fault('pris0', 'missing');
    return {
      ...{ from: from ?? '1900-01-01', wholeKind: gjelder === 'slag', laterToo: senere !== undefined, vatCode: mva },
      ...{ rows: rows.map(({ row }) => row), places: rows.map(({ index }) => index) },
    };
  });

type Fault = (path: string, message: string) => void;

/** Null for a row that is empty. */
function readRow(given: Readonly<Record<string, string>>, index: number, fault: Fault): PriceRow | null {
  const typed = PRICED_GROUPS.map((group): [PricedGroup, string] => [group, given[priceField(index, group)]?.trim() ?? '']);
  const days = given[`dager${index}`] ?? '';
  if (days === '' && typed.every(([, text]) => text === '')) return null;
  if (!DAYS.test(days)) fault(`dager${index}`, 'missing');
  const fromMinute = halfHour(given[`fra${index}`]);
  const toMinute = halfHour(given[`til${index}`]);
  if (fromMinute === null) fault(`fra${index}`, 'bad_time');
  else if (toMinute === null || toMinute > MINUTES_A_DAY) fault(`til${index}`, 'bad_time');
  else if (toMinute <= fromMinute) fault(`til${index}`, 'bad_interval');
  const prices = new Map<PricedGroup, Ore>();
  for (const [group, text] of typed) {
    const ore = text === '' ? null : parseKroner(text);
    if (ore !== null) prices.set(group, ore);
    else if (text !== '' || group === null) fault(priceField(index, group), text === '' ? 'missing' : 'bad_price');
  }
  return { weekdays: [...days].map(Number).toSorted((a, b) => a - b), fromMinute: fromMinute ?? 0, toMinute: toMinute ?? 0, prices };
}

function halfHour(text = ''): number | null {
  const minute = parseClock(text.trim());
  return minute === null || minute % HALF_HOUR !== 0 ? null : minute;
}
