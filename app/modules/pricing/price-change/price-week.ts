/** The prices of a room through the week, as its manager sets them: bands of the wall clock with a price for everybody and for groups. */
import { MINUTES_A_DAY } from '~/lib/local-time';
import type { Ore } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { CUSTOMER_GROUPS, type CustomerGroup } from '../../organisations/customer-group';
import type { Rate } from '../rate-card';

/** A customer group, or null: everybody. */
export type PricedGroup = CustomerGroup | null;

/** Prices of an hour without VAT. A group without a price of its own pays what everybody pays. */
export type GroupPrices = ReadonlyMap<PricedGroup, Ore>;

export interface PriceRow {
  /** ISO weekdays in order, Monday = 1. */
  readonly weekdays: readonly number[];
  /** Half-open, within one day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly prices: GroupPrices;
}

/** Everything of a rate but whose it is. */
export type BandRate = Pick<Rate, 'group' | 'weekdays' | 'fromMinute' | 'toMinute' | 'netPerHourOre'>;

export type WeekRefusal =
  /** `index`: of a row that has some of the time of a row before it, from 0. */
  | { code: 'overlap'; index: number }
  /** The first time of the week without a price. */
  | { code: 'gap'; weekday: number; fromMinute: number; toMinute: number };

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const GROUPS: readonly PricedGroup[] = [null, ...CUSTOMER_GROUPS];

/** Rates of one room, or one kind, as rows: days with the same prices together, and time with the same prices as one band. */
export function priceRows(rates: readonly BandRate[]): PriceRow[] {
  return gather((weekday) => bandsOf([rates], weekday, (minute) => pricesAt(rates, weekday, minute)), samePrices).map(
    ({ value, ...band }) => ({ ...band, prices: value }),
  );
}

/** Every minute of the week has one price for everybody. A week that is not whole would leave time that nobody can book. */
export function checkWeek(rows: readonly PriceRow[]): Result<null, WeekRefusal> {
  const index = rows.findIndex((row, place) => rows.slice(0, place).some((other) => meet(row, other)));
  if (index >= 0) return refuse({ code: 'overlap', index });
  for (const weekday of WEEK) {
    const ofDay = rows.filter(({ weekdays }) => weekdays.includes(weekday)).toSorted((a, b) => a.fromMinute - b.fromMinute);
    let reached = 0;
    for (const { fromMinute, toMinute } of [...ofDay, { fromMinute: MINUTES_A_DAY, toMinute: MINUTES_A_DAY }]) {
      if (fromMinute > reached) return refuse({ code: 'gap', weekday, fromMinute: reached, toMinute: fromMinute });
      reached = toMinute;
    }
  }
  return ok(null);
}

export function ratesOf(rows: readonly PriceRow[]): BandRate[] {
  return rows.flatMap(({ prices, ...band }) => [...prices].map(([group, netPerHourOre]) => ({ ...band, group, netPerHourOre })));
}

/** What an hour comes to cost. Null: there is no price. */
export interface PriceStep {
  readonly group: PricedGroup;
  readonly beforeOre: Ore | null;
  readonly afterOre: Ore | null;
}

export interface PriceDifference extends Pick<PriceRow, 'weekdays' | 'fromMinute' | 'toMinute'> {
  /** Everybody first; a group only when its step is another than everybody's. */
  readonly steps: readonly PriceStep[];
}

/** Where the week comes to cost something else, in order of the week. Rates as `rateAt` would choose from: none of another room's. */
export function compareWeeks(before: readonly BandRate[], after: readonly BandRate[]): PriceDifference[] {
  const bands = gather(
    (weekday) => bandsOf([before, after], weekday, (minute) => stepsAt(before, after, weekday, minute)),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  return bands.flatMap(({ value: steps, ...band }) =>
    steps.some(({ beforeOre, afterOre }) => beforeOre !== afterOre) ? [{ ...band, steps }] : [],
  );
}

function stepsAt(before: readonly BandRate[], after: readonly BandRate[], weekday: number, minute: number): PriceStep[] {
  const [old, now] = [pricesAt(before, weekday, minute), pricesAt(after, weekday, minute)];
  const stepOf = (group: PricedGroup): PriceStep => ({
    group,
    beforeOre: old.get(group) ?? old.get(null) ?? null,
    afterOre: now.get(group) ?? now.get(null) ?? null,
  });
  const everybody = stepOf(null);
  const others = CUSTOMER_GROUPS.map(stepOf).filter(
    ({ beforeOre, afterOre }) => beforeOre !== everybody.beforeOre || afterOre !== everybody.afterOre,
  );
  return [everybody, ...others];
}

function pricesAt(rates: readonly BandRate[], weekday: number, minute: number): GroupPrices {
  const here = rates.filter((rate) => rate.weekdays.includes(weekday) && rate.fromMinute <= minute && minute < rate.toMinute);
  return new Map(
    GROUPS.flatMap((group): [PricedGroup, Ore][] => {
      const prices = here.filter((rate) => rate.group === group).map(({ netPerHourOre }) => netPerHourOre);
      return prices.length === 0 ? [] : [[group, Math.min(...prices)]];
    }),
  );
}

function samePrices(a: GroupPrices, b: GroupPrices): boolean {
  return a.size === b.size && [...a].every(([group, ore]) => b.get(group) === ore);
}

interface Band<T> {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly value: T;
}

/** A day cut where any of the rates begins or ends. */
function bandsOf<T>(sets: readonly (readonly BandRate[])[], weekday: number, valueAt: (minute: number) => T): Band<T>[] {
  const borders = sets.flat().flatMap((rate) => (rate.weekdays.includes(weekday) ? [rate.fromMinute, rate.toMinute] : []));
  const cuts = [...new Set(borders)].toSorted((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((fromMinute, index) => ({ fromMinute, toMinute: cuts[index + 1] ?? fromMinute, value: valueAt(fromMinute) }));
}

/** Bands that meet and are the same become one; days that are the same become one row for each of their bands. */
function gather<T>(
  bandsOn: (weekday: number) => Band<T>[],
  same: (a: T, b: T) => boolean,
): (Band<T> & { readonly weekdays: readonly number[] })[] {
  const days = WEEK.map((weekday) => ({ weekday, bands: merged(bandsOn(weekday), same) }));
  const alike = (a: Band<T>[], b: Band<T>[]) =>
    a.length === b.length &&
    a.every((band, index) => {
      const other = b[index];
      return other?.fromMinute === band.fromMinute && other.toMinute === band.toMinute && same(other.value, band.value);
    });
  return days.flatMap(({ bands }, index) => {
    if (days.slice(0, index).some((earlier) => alike(earlier.bands, bands))) return [];
    const weekdays = days.filter((day) => alike(day.bands, bands)).map((day) => day.weekday);
    return bands.map((band) => ({ ...band, weekdays }));
  });
}

function merged<T>(bands: readonly Band<T>[], same: (a: T, b: T) => boolean): Band<T>[] {
  const joined: Band<T>[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last?.toMinute === band.fromMinute && same(last.value, band.value))
      joined[joined.length - 1] = { ...last, toMinute: band.toMinute };
    else joined.push(band);
  }
  return joined;
}

function meet(a: PriceRow, b: PriceRow): boolean {
  return a.weekdays.some((weekday) => b.weekdays.includes(weekday)) && a.fromMinute < b.toMinute && b.fromMinute < a.toMinute;
}
