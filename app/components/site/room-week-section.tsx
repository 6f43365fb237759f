import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { addDays, isoWeekOf, localDateOf, localMinuteOf } from '~/lib/local-time';
import { choiceIn } from '~/modules/bookings/calendar-choice';
import { boardPieces } from '../calendar/board-pieces';
import { useBoardKeyboard } from '../calendar/use-board-keyboard';
import { WeekBoard } from '../calendar/week-board';
import { WeekList, type WeekListDay } from '../calendar/week-list';
import { BoardViewSwitch } from '../calendar/board-view-switch';
import { ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { bookPath } from './book-path';
import type { RoomViewProps } from './room-view-props';
import { useLocale } from './use-locale';

/** Seven days of one room, as a board and as a list; free time leads to the booking page. */
export function RoomWeekSection({ room, week, monday, now }: Omit<RoomViewProps, 'ruleLines'>) {
  const { t } = useTranslation('rooms');
  const { t: calendar } = useTranslation('calendar');
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useBoardKeyboard({ board: frame });
  const days = useWeekDays({ room, week, monday, now });
  const span = { startHour: week.hours.fromMinute / 60, endHour: week.hours.toMinute / 60 };
  const label = calendar('board.weekLabel', { room: room.name });
  const weekPath = (days: number) => `/rom/${room.slug}?dato=${addDays(monday, days)}#week`;
  return (
    <section className="section" aria-labelledby="week">
      <SectionHeader
        id="week"
        title={t('room.week', { week: isoWeekOf(monday) })}
        end={<BoardViewSwitch label={calendar('view.label')} labels={{ board: calendar('view.board'), list: calendar('view.list') }} />}
      />
      <p className="row-of">
        <ButtonLink href={weekPath(-7)} variant="quiet" icon="chevron-left">
          {t('room.previousWeek')}
        </ButtonLink>
        <ButtonLink href={`/rom/${room.slug}#week`} variant="quiet">
          {t('room.thisWeek')}
        </ButtonLink>
        <ButtonLink href={weekPath(7)} variant="quiet" iconAfter="chevron-right">
          {t('room.nextWeek')}
        </ButtonLink>
      </p>
      <WeekBoard {...span} ref={frame} label={label} dayLabel={calendar('board.day')} days={days} onKeyDown={onKeyDown} />
      <WeekList {...span} label={label} days={days} />
    </section>
  );
}

function useWeekDays({ room, week, now }: Omit<RoomViewProps, 'ruleLines'>): WeekListDay[] {
  const { t } = useTranslation('calendar');
  const locale = useLocale();
  const today = localDateOf(now);
  return week.days.map(({ date, intervals }) => {
    const free = intervals.some((interval) => interval.kind === 'free');
    return {
      key: date,
      day: { name: formatDay(date, locale) },
      note: free ? undefined : t(date < today ? 'board.past' : 'board.nothingFree'),
      pastUntil: date < today ? week.hours.toMinute / 60 : date === today ? localMinuteOf(now) / 60 : undefined,
      intervals: boardPieces(intervals, {
        ...{ t, locale, date, fromMinute: week.hours.fromMinute, room: room.name, chosen: null },
        pick: (minutes) => bookPath(room.slug, { date, ...choiceIn(minutes, minutes.fromMinute, room.minMinutes) }),
      }),
    };
  });
}
