/** A stretch of time that holds its start and not its end. It is empty when the end is not after the start. */
export interface Interval {
  readonly start: Date;
  readonly end: Date;
}

const MINUTE = 60_000;

export function isEmpty(interval: Interval): boolean {
  return interval.end.getTime() <= interval.start.getTime();
}

export function overlaps(a: Interval, b: Interval): boolean {
  return intersect(a, b) !== null;
}

/** Whether the outer interval holds all of the inner one. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start.getTime() <= inner.start.getTime() && inner.end.getTime() <= outer.end.getTime();
}

/** What two intervals share, or null when they only touch or lie apart. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const shared = {
    start: a.start.getTime() >= b.start.getTime() ? a.start : b.start,
    end: a.end.getTime() <= b.end.getTime() ? a.end : b.end,
  };
  return isEmpty(shared) ? null : shared;
}

/** The parts of the intervals that lie inside the window. */
export function clip(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals.flatMap((interval) => intersect(interval, window) ?? []);
}

/** The same time as sorted intervals that neither overlap nor touch. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of sorted(intervals)) {
    const last = merged.at(-1);
    if (last && next.start.getTime() <= last.end.getTime()) {
      merged[merged.length - 1] = { start: last.start, end: later(last.end, next.end) };
    } else {
      merged.push(next);
    }
  }
  return merged;
}

/** What is left of the intervals when the others are taken away. */
export function subtract(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  const cuts = merge(others);
  return merge(intervals).flatMap((interval) => {
    const left: Interval[] = [];
    let start = interval.start;
    for (const cut of cuts) {
      const removed = intersect({ start, end: interval.end }, cut);
      if (!removed) continue;
      left.push({ start, end: removed.start });
      start = removed.end;
    }
    left.push({ start, end: interval.end });
    return left.filter((part) => !isEmpty(part));
  });
}

/** Elapsed minutes: on a night when the clocks change they differ from the clock's. */
export function durationMinutes(interval: Interval): number {
  return (interval.end.getTime() - interval.start.getTime()) / MINUTE;
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE);
}

/** The interval with as many minutes more on either side. */
export function widened({ start, end }: Interval, minutes: number): Interval {
  return { start: addMinutes(start, -minutes), end: addMinutes(end, minutes) };
}

export function earlier(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b;
}

export function later(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b;
}

function sorted(intervals: readonly Interval[]): Interval[] {
  return intervals.filter((interval) => !isEmpty(interval)).toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

/** From the first start to the last end; at least one interval. */
export function span(intervals: readonly Interval[]): Interval {
  const [first, ...rest] = intervals;
  if (!first) throw new RangeError('no interval');
  return rest.reduce((all, { start, end }) => ({ start: earlier(all.start, start), end: later(all.end, end) }), first);
}
