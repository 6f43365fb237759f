import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClockSpan, formatDay, formatDuration } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type LocalDate, MINUTES_A_DAY } from '~/lib/local-time';
import { housePath, type HouseView, isInMonth } from '~/modules/bookings/house/house-address';
import type { MonthDay } from '~/modules/bookings/house/house-month';
import type { SeenUse } from '~/modules/bookings/house/house-names';
import { useLocale } from '../site/use-locale';
import { classNames } from '../ui/class-names';
import { monthStop } from './month-stop';

type HouseMonthProps = { view: HouseView; days: readonly MonthDay[]; today: LocalDate; label: string; maySee: boolean };

const DAYS_A_WEEK = 7;
const MOST_USES = 4;

/** The month as its weeks; each day leads to its board. Arrow keys go from day to day. */
export function HouseMonth({ view, days, today, label, maySee }: HouseMonthProps) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const weeks = Array.from({ length: days.length / DAYS_A_WEEK }, (_, week) => days.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK));
  useEffect(() => {
    const links = linksIn(table.current);
    const current = links.find((link) => link === document.activeElement) ?? links.find((link) => link.dataset['day'] === view.date);
    for (const link of links) link.tabIndex = link === (current ?? links[0]) ? 0 : -1;
  });
  return (
    <>
      <table className="house-month" aria-label={label} ref={table} onKeyDown={walk}>
        <thead>
          <tr>
            {weeks[0]?.map(({ date }) => (
              <th key={date} scope="col">
                <span>{formatDay(date, locale, { long: true }).split(' ')[0]}</span>
                <abbr aria-hidden="true">{formatDay(date, locale).slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <td
                  key={day.date}
                  className={classNames(!isInMonth(day.date, view.date) && 'house-month-other', day.date === today && 'house-month-today')}
                >
                  <Day day={day} view={view} maySee={maySee} isPast={day.date < today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="house-legend">
        {(['booked', 'asked', 'closed', 'free'] as const).map((kind) => (
          <span key={kind}>
            <i className={`month-${kind}`} />
            {t(`month.legend.${kind}`)}
          </span>
        ))}
      </p>
    </>
  );

  function walk(event: KeyboardEvent<HTMLTableElement>) {
    const links = linksIn(table.current);
    const next = links[monthStop(event.key, links.indexOf(document.activeElement as HTMLAnchorElement), links.length)];
    if (!next) return;
    event.preventDefault();
    for (const link of links) link.tabIndex = link === next ? 0 : -1;
    next.focus();
  }
}

function linksIn(table: HTMLTableElement | null): HTMLAnchorElement[] {
  return [...(table?.querySelectorAll<HTMLAnchorElement>('a[data-day]') ?? [])];
}

function Day({ day, view, maySee, isPast }: { day: MonthDay; view: HouseView; maySee: boolean; isPast: boolean }) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const { date, booked, asked, minutes, closures, uses } = day;
  const whole = minutes.booked + minutes.asked + minutes.closed + minutes.free;
  const shut = whole === 0;
  const href = view.room === null ? housePath({ scope: 'day', date, room: null }) : housePath({ scope: 'week', date, room: view.room });
  const number = String(Number(date.slice(8, 10)));
  const bookings = uses.filter((use) => use.kind !== 'closure');
  return (
    <>
      <a href={href} data-day={date} className="house-month-day num">
        <b aria-hidden="true">{number}</b>
        <span className="visually-hidden">{formatDay(date, locale, { long: true })}: </span>
        <span className="house-month-words">
          {booked > 0 && (
            <span>
              {booked} <span>{t('month.booked')}</span>
            </span>
          )}
          {asked > 0 && (
            <span>
              {asked} <span>{t('month.asked')}</span>
            </span>
          )}
          {closures.map((reason) => (
            <span key={reason.nb}>{t('month.closedBy', { reason: reason[locale] })}</span>
          ))}
          {shut && closures.length === 0 && <span>{t('month.closed')}</span>}
          {!isPast && minutes.free > 0 && (
            <span className="house-month-free">{t('month.free', { hours: aboutHours(minutes.free, locale) })}</span>
          )}
          {!isPast && !shut && minutes.free === 0 && minutes.closed < whole && <span>{t('month.full')}</span>}
        </span>
        {!shut && (
          <span className="house-month-strip" aria-hidden="true">
            {(['booked', 'asked', 'closed', 'free'] as const).map(
              (kind) =>
                minutes[kind] > 0 && <i key={kind} className={`month-${kind}`} style={{ '--part': minutes[kind] } as CSSProperties} />,
            )}
          </span>
        )}
      </a>
      {bookings.length > 0 && (
        <ul className="house-month-uses num">
          {bookings.slice(0, MOST_USES).map((use) => (
            <li key={use.start.toISOString() + use.kind}>
              <Use use={use} view={view} maySee={maySee} />
            </li>
          ))}
          {bookings.length > MOST_USES && <li>{t('month.more', { count: bookings.length - MOST_USES })}</li>}
        </ul>
      )}
    </>
  );
}

/** To the half hour for one room's day, to the hour where many rooms are added up. */
function aboutHours(minutes: number, locale: Locale): string {
  const step = minutes >= MINUTES_A_DAY ? 60 : 30;
  return formatDuration(Math.floor(minutes / step) * step, locale);
}

function Use({ use, view, maySee }: { use: SeenUse; view: HouseView; maySee: boolean }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const when = formatClockSpan(use.start, use.end, locale).replace(/^kl\.\s/, '');
  if (use.kind !== 'booking') return <>{`${when} ${t('desk.taken')}`}</>;
  const text = `${when} ${use.who}`;
  return maySee ? <a href={housePath(view, { occurrenceId: use.occurrenceId })}>{text}</a> : <>{text}</>;
}
