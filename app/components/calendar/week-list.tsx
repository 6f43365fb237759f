import type { HourSpan } from './board-types';
import { IntervalList } from './interval-list';
import type { WeekDay } from './week-board';

export type WeekListDay = WeekDay & { end?: string | undefined; note?: string | undefined };
export type WeekListProps = HourSpan & { label: string; days: readonly WeekListDay[] };

/** One room's week as a list: the same days, the same free times. */
export function WeekList({ days, ...rest }: WeekListProps) {
  const items = days.map(({ key, day, end, intervals, note }) => ({
    key,
    head: day,
    end,
    intervals,
    note,
  }));
  return <IntervalList items={items} {...rest} />;
}
