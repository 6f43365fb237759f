import { useLocation, useNavigate } from '@remix-run/react';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClockSpan, formatDay } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { fieldsAt, housePath, type HouseView, isInMonth } from '~/modules/bookings/house/house-address';
import type { MonthDay } from '~/modules/bookings/house/house-month';
import { type BookedUse, minutesOf } from '../desk/house-rows';
import { useLocale } from '../site/use-locale';
import { classNames } from '../ui/class-names';
import { canBeMoved } from './house-board-rows';
import { HouseMonthDay, HouseMonthList } from './house-month-day';
import { monthStop } from './month-stop';
import { type MonthLifted, useMonthLift } from './use-month-lift';

type HouseMonthProps = {
  view: HouseView;
  days: readonly MonthDay[];
  now: Date;
  today: LocalDate;
  label: string;
  may: { readonly see: boolean; readonly move: boolean };
  pressedId: string | null;
  /** Where the pressed booking would be moved, and whether it can be had. */
  wanted: (Interval & { readonly refused: boolean }) | null;
};

const DAYS_A_WEEK = 7;

/**
 * The month as its weeks; each day leads to its board. Arrow keys go from day to day. Of one room the bookings are shown, and can be
 * taken to another day at the same time of day; what that means is shown first, and saved from there.
 */
export function HouseMonth({ view, days, now, today, label, may, pressedId, wanted }: HouseMonthProps) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const navigate = useNavigate();
  const { key: answered } = useLocation();
  const table = useRef<HTMLTableElement>(null);
  const weeks = Array.from({ length: days.length / DAYS_A_WEEK }, (_, week) => days.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK));
  useEffect(() => {
    const links = linksIn(table.current);
    const current = links.find((link) => link === document.activeElement) ?? links.find((link) => link.dataset['day'] === view.date);
    for (const link of links) link.tabIndex = link === (current ?? links[0]) ? 0 : -1;
  });
  const go = (to: string) => navigate(to, { preventScrollReset: true, replace: pressedId !== null });
  const bookedBy = (id: string) =>
    days.flatMap(({ uses }) => uses).find((use): use is BookedUse => use.kind === 'booking' && use.occurrenceId === id);
  const onDrop = ({ id, from, to }: MonthLifted) => {
    const use = bookedBy(id);
    if (!use || view.room === null) return;
    const fields = fieldsAt(to, minutesOf(from, use));
    go(housePath(view, { occurrenceId: id, wanted: { rom: view.room, ...fields, penger: '', unntak: '' } }));
  };
  const dates = days.map(({ date }) => date);
  const { lifted, byKeys, onKeyDown } = useMonthLift({ table, dates, mayMove: may.move && view.room !== null, onDrop, answered });
  const held = lifted && bookedBy(lifted.id);
  const ghost = ghostAt();
  return (
    <>
      <table className="house-month" aria-label={label} ref={table} onKeyDown={press} onClick={pressWithoutScrolling}>
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
                  data-date={day.date}
                  className={classNames(
                    !isInMonth(day.date, view.date) && 'house-month-other',
                    day.date === today && 'house-month-today',
                    day.date === ghost?.date && 'house-month-target',
                  )}
                >
                  <HouseMonthDay
                    {...{ day, view, pressedId: lifted?.id ?? pressedId, maySee: may.see, isPast: day.date < today }}
                    isMovable={(use) => may.move && view.room !== null && canBeMoved(use, now)}
                  />
                  {day.date === ghost?.date && (
                    <span className={classNames('house-month-ghost num', ghost.refused && 'house-ghost-refused')} aria-hidden="true">
                      {ghost.text}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="visually-hidden" role="status">
        {byKeys && lifted && t('month.held', { who: held?.who ?? '', day: formatDay(lifted.to, locale, { long: true }) })}
      </p>
      <p className="house-legend">
        {(['booked', 'asked', 'closed', 'free'] as const).map((kind) => (
          <span key={kind}>
            <i className={`month-${kind}`} />
            {t(`month.legend.${kind}`)}
          </span>
        ))}
      </p>
      {view.room !== null && <HouseMonthList {...{ days, view, today, pressedId }} maySee={may.see} isMovable={() => false} />}
      {may.move && <p className="house-keys needs-script no-print">{t(view.room === null ? 'month.chooseRoom' : 'month.keys')}</p>}
    </>
  );

  /** Where what is held, or would be moved, is drawn. */
  function ghostAt(): { date: LocalDate; text: string; refused: boolean } | null {
    const clock = ({ start, end }: Interval) => formatClockSpan(start, end, locale).replace(/^kl\.\s/, '');
    if (lifted) return held && lifted.to !== lifted.from ? { date: lifted.to, text: clock(held), refused: false } : null;
    return wanted && { date: localDateOf(wanted.start), text: clock(wanted), refused: wanted.refused };
  }

  function press(event: KeyboardEvent<HTMLTableElement>) {
    if (onKeyDown(event)) return;
    const links = linksIn(table.current);
    const next = links[monthStop(event.key, links.indexOf(document.activeElement as HTMLAnchorElement), links.length)];
    if (!next) return;
    event.preventDefault();
    for (const link of links) link.tabIndex = link === next ? 0 : -1;
    next.focus();
  }

  /** A booking that is pressed opens beside the month, which stays where it is. */
  function pressWithoutScrolling(event: MouseEvent<HTMLTableElement>) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-id]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.pathname + link.search);
  }
}

function linksIn(table: HTMLTableElement | null): HTMLAnchorElement[] {
  return [...(table?.querySelectorAll<HTMLAnchorElement>('a[data-day]') ?? [])];
}
