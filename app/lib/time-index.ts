import { type Interval, overlaps } from './interval';

/** Intervals that are found by time without looking at each of them: one of many hundred dates asks about its own days alone. */
export interface TimeIndex<Item extends Interval> {
  add(item: Item): void;
  /** Those that share time with the period, in the order they were added. */
  within(period: Interval): Item[];
}

const DRAWER = 24 * 60 * 60_000;

/** Intervals lie in a drawer for each day (of UTC, any grid will do) that they touch; empty ones share time with nothing. */
export function timeIndex<Item extends Interval>(items: readonly Item[] = []): TimeIndex<Item> {
  const all: Item[] = [];
  const drawers = new Map<number, number[]>();
  const add = (item: Item) => {
    for (const day of daysOf(item)) {
      const drawer = drawers.get(day);
      if (drawer) drawer.push(all.length);
      else drawers.set(day, [all.length]);
    }
    all.push(item);
  };
  const within = (period: Interval) => {
    const near = new Set(daysOf(period).flatMap((day) => drawers.get(day) ?? []));
    return [...near]
      .toSorted((a, b) => a - b)
      .flatMap((position) => all[position] ?? [])
      .filter((item) => overlaps(item, period));
  };
  items.forEach(add);
  return { add, within };
}

function daysOf({ start, end }: Interval): number[] {
  const first = Math.floor(start.getTime() / DRAWER);
  const count = Math.floor((end.getTime() - 1) / DRAWER) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}
