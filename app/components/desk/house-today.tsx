import type { CSSProperties, HTMLAttributes, RefObject } from 'react';
import { columnOfHour, fractionOfDay, hourLabels, pastShare } from '../calendar/board-geometry';
import type { BoardNow, HourSpan } from '../calendar/board-types';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';

/** Who has the room: someone by the hour, a tenant, an event, someone unnamed, someone still paying, nobody (closed), or someone who needs the manager. */
export type HouseUse = 'booking' | 'tenant' | 'event' | 'taken' | 'held' | 'requested' | 'closed' | 'trouble';

export type HouseInterval = {
  fromCol: number;
  toCol: number;
  use: HouseUse;
  label: string;
  /** Left out for those who may not look closer. */
  href?: string | undefined;
  /** Time and kind in words, for screen readers: "18.00–20.30, timeleie". */
  detail: string;
  /** What it is a use of, where it can be pressed to look closer. */
  id?: string | undefined;
  pressed?: boolean | undefined;
  /** It is in a part of the room, or in the whole that this is a part of; the time is taken here by it. */
  elsewhere?: boolean | undefined;
  /** The part of the row's height that it takes, from the top: the other parts of the room stay free. */
  share?: { readonly index: number; readonly of: number } | undefined;
  /** Only where it can be dragged: minutes of the wall clock from the midnight that begins the row's date. */
  span?: { readonly fromMinute: number; readonly toMinute: number } | undefined;
};

export type HouseRow = {
  key: string;
  room: string;
  /** Where the name at the left leads. */
  href?: string | undefined;
  intervals: readonly HouseInterval[];
};

/** A time that somebody drags, or would move something to. */
export type HouseGhost = { rowKey: string; fromCol: number; toCol: number; label: string; refused?: boolean | undefined };

export type HouseTodayProps = HourSpan & {
  label: string;
  roomLabel: string;
  rows: readonly HouseRow[];
  now?: BoardNow | undefined;
  legend: readonly { use: HouseUse; label: string }[];
  frame?: Pick<HTMLAttributes<HTMLDivElement>, 'onClick' | 'onKeyDown'> & { ref: RefObject<HTMLDivElement> };
  ghost?: HouseGhost | null | undefined;
};

/** Today's house with names: for the manager, the host and the printed day sheet. */
export function HouseToday({ label, roomLabel, rows, now, legend, startHour, endHour, frame, ghost }: HouseTodayProps) {
  const span = { startHour, endHour };
  const hours = hourLabels(span);
  const nowShare = now && fractionOfDay(now.hour, span);
  const nowCol = now && columnOfHour(now.hour, span);
  const style = { '--hours': hours.length, '--now': nowShare?.toFixed(4) } as CSSProperties;
  return (
    <>
      <div className="house-frame" role="region" aria-label={label} tabIndex={0} {...frame}>
        <div className="house" style={style}>
          {now && nowShare !== undefined && nowShare > 0 && nowShare < 1 && (
            <div className="house-now num">
              <b>{now.label}</b>
            </div>
          )}
          <div className="house-row">
            <b>
              <VisuallyHidden>{roomLabel}</VisuallyHidden>
            </b>
            <div className="house-hours num">
              {hours.map((hour) => (
                <span key={hour}>{hour}</span>
              ))}
            </div>
          </div>
          {rows.map((row) => (
            <div className="house-row" key={row.key} data-row={row.key}>
              <b>{row.href ? <a href={row.href}>{row.room}</a> : row.room}</b>
              <div className="house-line">
                {row.intervals.map((interval, index) => (
                  <HouseBar key={`${interval.fromCol}-${index}`} interval={interval} nowCol={nowCol} />
                ))}
                {ghost?.rowKey === row.key && <Ghost {...ghost} />}
              </div>
            </div>
          ))}
        </div>
      </div>
      <p className="house-legend">
        {legend.map(({ use, label: word }) => (
          <span key={use}>
            <i className={`house-${use}`} />
            {word}
          </span>
        ))}
      </p>
    </>
  );
}

function HouseBar({ interval, nowCol }: { interval: HouseInterval; nowCol: number | undefined }) {
  const { fromCol, toCol, use, label, href, detail, id, span, pressed, elsewhere, share } = interval;
  const past = pastShare(interval, nowCol);
  const style = {
    gridColumn: `${fromCol} / ${toCol}`,
    '--past': past === undefined ? undefined : `${past.toFixed(1)}%`,
    ...(share && { '--at': share.index, '--of': share.of }),
  } as CSSProperties;
  const content = (
    <>
      {use === 'trouble' && <Icon name="alert" small />}
      <span className="house-bar-label">{label}</span>
      <VisuallyHidden>, {detail}</VisuallyHidden>
    </>
  );
  const className = classNames(
    'house-bar',
    `house-${use}`,
    span && 'house-movable',
    elsewhere && 'house-elsewhere',
    share && 'house-share',
  );
  if (!href) {
    return (
      <div className={className} style={style}>
        {content}
      </div>
    );
  }
  return (
    <a
      className={className}
      href={href}
      style={style}
      data-from={fromCol}
      data-to={toCol}
      data-id={id}
      data-span={span && `${span.fromMinute} ${span.toMinute}`}
      aria-current={pressed ? 'true' : undefined}
    >
      {content}
      {span && <i className="house-grip" data-grip="start" />}
      {span && <i className="house-grip house-grip-end" data-grip="end" />}
    </a>
  );
}

function Ghost({ fromCol, toCol, label, refused = false }: HouseGhost) {
  return (
    <div
      className={classNames('house-bar house-ghost', refused && 'house-ghost-refused')}
      style={{ gridColumn: `${fromCol} / ${toCol}` }}
      aria-hidden="true"
    >
      {refused && <Icon name="alert" small />}
      <span className="house-bar-label num">{label}</span>
    </div>
  );
}
