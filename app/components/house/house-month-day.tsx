import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClockSpan, formatDay, formatDuration } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type LocalDate, MINUTES_A_DAY } from '~/lib/local-time';
import { housePath, type HouseView, isInMonth } from '~/modules/bookings/house/house-address';
import type { MonthDay } from '~/modules/bookings/house/house-month';
import type { SeenUse } from '~/modules/bookings/house/house-names';
import type { BookedUse } from '../desk/house-rows';
import { useLocale } from '../site/use-locale';

const MOST_USES = 4;

type HouseMonthDayProps = {
  day: MonthDay;
  view: HouseView;
  maySee: boolean;
  isPast: boolean;
  /** Which of its bookings can be taken to another day. */
  isMovable: (use: BookedUse) => boolean;
  pressedId: string | null;
};

/** A day of the month: it leads to its board; of one room, with its bookings. */
export function HouseMonthDay({ day, view, maySee, isPast, isMovable, pressedId }: HouseMonthDayProps) {
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
              <Use {...{ use, view, maySee, isMovable, pressedId }} />
            </li>
          ))}
          {bookings.length > MOST_USES && (
            <li>
              <a href={href}>{t('month.more', { count: bookings.length - MOST_USES })}</a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

type HouseMonthListProps = Omit<HouseMonthDayProps, 'day' | 'isPast'> & { days: readonly MonthDay[]; today: LocalDate };

/** The bookings of the month under one another, where its days are too narrow to hold them: on a phone. Of this month those to come. */
export function HouseMonthList({ days, today, ...shown }: HouseMonthListProps) {
  const locale = useLocale();
  const month = shown.view.date;
  const from = isInMonth(today, month) ? today : '';
  const booked = days.filter(({ date, uses }) => isInMonth(date, month) && date >= from && uses.some(({ kind }) => kind !== 'closure'));
  return (
    <ul className="house-month-list num">
      {booked.map(({ date, uses }) => (
        <li key={date}>
          <b>{formatDay(date, locale)}</b>
          <ul>
            {uses
              .filter(({ kind }) => kind !== 'closure')
              .map((use) => (
                <li key={use.start.toISOString() + use.kind}>
                  <Use use={use} {...shown} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** To the half hour for one room's day, to the hour where many rooms are added up. */
function aboutHours(minutes: number, locale: Locale): string {
  const step = minutes >= MINUTES_A_DAY ? 60 : 30;
  return formatDuration(Math.floor(minutes / step) * step, locale);
}

type UseProps = Pick<HouseMonthDayProps, 'view' | 'maySee' | 'isMovable' | 'pressedId'> & { use: SeenUse };

function Use({ use, view, maySee, isMovable, pressedId }: UseProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const when = formatClockSpan(use.start, use.end, locale).replace(/^kl\.\s/, '');
  const who = use.kind === 'booking' || use.kind === 'lease' ? use.who : t('desk.taken');
  const text = [when, ...(use.usedRoom ? [`${use.usedRoom}:`] : []), who].join(' ');
  if (use.kind !== 'booking' || !maySee) return <>{text}</>;
  const { occurrenceId } = use;
  return (
    <a
      href={housePath(view, { occurrenceId })}
      data-id={occurrenceId}
      data-movable={isMovable(use) || undefined}
      aria-current={occurrenceId === pressedId ? 'true' : undefined}
    >
      {text}
    </a>
  );
}
