import { forwardRef, type CSSProperties, type KeyboardEventHandler, type MouseEventHandler, type ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import { fractionOfDay, hourLabels } from './board-geometry';
import type { BoardPiece, BoardNow, HourSpan, RowHead } from './board-types';
import { Interval } from './interval';

type BoardFrameProps = HourSpan & {
  /** Names the region that scrolls, e.g. "Dagtavle, lørdag 21. november". */
  label: string;
  /** Over the names at the left. */
  headLabel: string;
  now?: BoardNow | undefined;
  onKeyDown?: KeyboardEventHandler<HTMLDivElement> | undefined;
  onClick?: MouseEventHandler<HTMLDivElement> | undefined;
  children: ReactNode;
};

/** The frame that scrolls by itself, the hours on top, and the line of now. */
export const BoardFrame = forwardRef<HTMLDivElement, BoardFrameProps>(function BoardFrame(props, ref) {
  const { startHour, endHour, label, headLabel, now, onKeyDown, onClick, children } = props;
  const hours = hourLabels({ startHour, endHour });
  const nowShare = now && fractionOfDay(now.hour, { startHour, endHour });
  const style = { '--hours': hours.length, '--now': nowShare?.toFixed(4) } as CSSProperties;
  return (
    <div className="board-frame" ref={ref} role="region" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} onClick={onClick}>
      <div className="board" style={style}>
        {nowShare !== undefined && nowShare > 0 && <div className={classNames('board-past', nowShare === 1 && 'board-past-whole')} />}
        <div className="board-row board-head">
          <div className="board-name">
            <span>{headLabel}</span>
          </div>
          <div className="board-hours num">
            {now && nowShare !== undefined && nowShare > 0 && nowShare < 1 && <b className="board-now">{now.label}</b>}
            {hours.map((hour) => (
              <span key={hour}>{hour}</span>
            ))}
          </div>
        </div>
        {children}
      </div>
    </div>
  );
});

type BoardRowProps = {
  rowKey: string;
  head: RowHead;
  intervals: readonly BoardPiece[];
  nowCol?: number | undefined;
  /** How much of this row alone is past, from 0 to 1 (the week of a room). */
  past?: number | undefined;
};

/** One name and its day. */
export function BoardRow({ rowKey, head, intervals, nowCol, past }: BoardRowProps) {
  const style = past === undefined ? undefined : ({ '--row-past': past.toFixed(4) } as CSSProperties);
  const lineClass = classNames(
    'board-line num',
    past !== undefined && 'board-line-past',
    past !== undefined && past < 1 && 'board-line-today',
  );
  return (
    <div className="board-row" data-row={rowKey}>
      <BoardName {...head} />
      <div className={lineClass} style={style}>
        {intervals.map((interval) => (
          <Interval key={`${interval.fromCol}-${interval.kind}`} interval={interval} nowCol={nowCol} />
        ))}
      </div>
    </div>
  );
}

function BoardName({ name, sub, href }: RowHead) {
  const content = (
    <>
      <b>{name}</b>
      {sub && <span>{sub}</span>}
    </>
  );
  if (!href) return <div className="board-name">{content}</div>;
  return (
    <a className="board-name" href={href}>
      {content}
    </a>
  );
}
