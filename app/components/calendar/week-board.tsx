import { forwardRef, type KeyboardEventHandler } from 'react';
import { BoardFrame, BoardRow } from './board-frame';
import { columnOfHour, fractionOfDay } from './board-geometry';
import type { BoardPiece, HourSpan, RowHead } from './board-types';

export type WeekDay = {
  key: string;
  day: RowHead;
  intervals: readonly BoardPiece[];
  /** The hour until which this day is past: the clock for today, `endHour` before today. */
  pastUntil?: number | undefined;
};

export type WeekBoardProps = HourSpan & {
  label: string;
  dayLabel: string;
  days: readonly WeekDay[];
  onKeyDown?: KeyboardEventHandler<HTMLDivElement> | undefined;
};

/** One room's week: days down, hours across. */
export const WeekBoard = forwardRef<HTMLDivElement, WeekBoardProps>(function WeekBoard(props, ref) {
  const { label, dayLabel, days, onKeyDown, startHour, endHour } = props;
  const span = { startHour, endHour };
  return (
    <BoardFrame {...{ ref, startHour, endHour, label, onKeyDown }} headLabel={dayLabel}>
      {days.map(({ key, day, intervals, pastUntil }) => (
        <BoardRow
          key={key}
          rowKey={key}
          head={day}
          intervals={intervals}
          nowCol={pastUntil === undefined ? undefined : columnOfHour(pastUntil, span)}
          past={pastUntil === undefined ? undefined : fractionOfDay(pastUntil, span)}
        />
      ))}
    </BoardFrame>
  );
});
