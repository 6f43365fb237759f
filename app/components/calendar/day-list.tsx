import type { DayRow, HourSpan } from './board-types';
import { IntervalList } from './interval-list';

export type DayListRow = DayRow & {
  /** At the right of the room's name, e.g. "fra 140 kr/t" or "Stengt". */
  end?: string | undefined;
  /** Why nothing can be chosen, and until when. */
  note?: string | undefined;
};

export type DayListProps = HourSpan & { label: string; rows: readonly DayListRow[] };

/** The day board as a list: the same rooms, the same free times. */
export function DayList({ rows, ...rest }: DayListProps) {
  const items = rows.map(({ key, room, end, intervals, note }) => ({
    key,
    head: room,
    end,
    intervals,
    note,
  }));
  return <IntervalList items={items} {...rest} />;
}
