import type { CSSProperties } from 'react';
import { columnCount, hourLabels } from './board-geometry';
import type { HourSpan, LanePiece } from './board-types';

export type DayLaneProps = HourSpan & { intervals: readonly LanePiece[] };

/** The chosen time among its neighbours. Silent: the form above says the same. */
export function DayLane({ intervals, startHour, endHour }: DayLaneProps) {
  const hours = hourLabels({ startHour, endHour });
  const style = {
    '--columns': columnCount({ startHour, endHour }),
    '--hours': hours.length,
  } as CSSProperties;
  return (
    <div className="day-lane num" aria-hidden="true" style={style}>
      <div className="day-lane-bar">
        {intervals.map(({ fromCol, toCol, kind, label }) => (
          <span key={`${fromCol}-${kind}`} className={`day-lane-${kind}`} style={{ gridColumn: `${fromCol} / ${toCol}` }}>
            {label}
          </span>
        ))}
      </div>
      <div className="day-lane-hours">
        {hours.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  );
}
