import type { CSSProperties } from 'react';
import { columnOfHour, fractionOfDay, hourLabels, pastShare } from '../calendar/board-geometry';
import type { BoardNow, HourSpan } from '../calendar/board-types';
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
};

export type HouseRow = { key: string; room: string; intervals: readonly HouseInterval[] };

export type HouseTodayProps = HourSpan & {
  label: string;
  roomLabel: string;
  rows: readonly HouseRow[];
  now?: BoardNow | undefined;
  legend: readonly { use: HouseUse; label: string }[];
};

/** Today's house with names: for the manager, the host and the printed day sheet. */
export function HouseToday({ label, roomLabel, rows, now, legend, startHour, endHour }: HouseTodayProps) {
  const span = { startHour, endHour };
  const hours = hourLabels(span);
  const nowShare = now && fractionOfDay(now.hour, span);
  const nowCol = now && columnOfHour(now.hour, span);
  const style = { '--hours': hours.length, '--now': nowShare?.toFixed(4) } as CSSProperties;
  return (
    <>
      <div className="house-frame" role="region" aria-label={label} tabIndex={0}>
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
            <div className="house-row" key={row.key}>
              <b>{row.room}</b>
              <div className="house-line">
                {row.intervals.map((interval, index) => (
                  <HouseBar key={`${interval.fromCol}-${index}`} interval={interval} nowCol={nowCol} />
                ))}
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
  const { fromCol, toCol, use, label, href, detail } = interval;
  const past = pastShare(interval, nowCol);
  const style = {
    gridColumn: `${fromCol} / ${toCol}`,
    '--past': past === undefined ? undefined : `${past.toFixed(1)}%`,
  } as CSSProperties;
  const content = (
    <>
      {use === 'trouble' && <Icon name="alert" small />}
      <span className="house-bar-label">{label}</span>
      <VisuallyHidden>, {detail}</VisuallyHidden>
    </>
  );
  const className = `house-bar house-${use}`;
  if (!href) {
    return (
      <div className={className} style={style}>
        {content}
      </div>
    );
  }
  return (
    <a className={className} href={href} style={style}>
      {content}
    </a>
  );
}
