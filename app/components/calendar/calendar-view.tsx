import { useNavigate } from '@remix-run/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '~/lib/format-time';
import { addDays, localDateOf, localMinuteOf, minuteFrom } from '~/lib/local-time';
import { choiceIn, minutesOf } from '~/modules/bookings/calendar-choice';
import type { DayBoard as DayBoardData } from '~/modules/bookings/day-board.queries.server';
import type { RoomKind } from '~/modules/rooms/room';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { FilterTabs } from '../ui/filter-tabs';
import { Notice } from '../ui/notice';
import { BoardHead } from './board-head';
import { BoardHint } from './board-hint';
import { BoardLegend } from './board-legend';
import { BoardViewSwitch } from './board-view-switch';
import type { CalendarChoiceData } from './calendar-choice-data';
import { calendarPath, kindTabs } from './calendar-links';
import { CalendarChoiceBar } from './calendar-choice-bar';
import { DateStepper } from './date-stepper';
import { DayBoard, type SlotChoice } from './day-board';
import { DayList } from './day-list';
import { dayRows } from './day-rows';
import { useBoardKeyboard } from './use-board-keyboard';
import { useChoiceFocus } from './use-choice-focus';

export type CalendarViewProps = {
  board: DayBoardData;
  choice: CalendarChoiceData | null;
  now: Date;
  kind: RoomKind | null;
  badDate: boolean;
};

const STEP = 30;

/** The day board: rooms down, hours across, the same as a list, and what is picked in the bar below. */
export function CalendarView({ board, choice, now, kind, badDate }: CalendarViewProps) {
  const { t } = useTranslation('calendar');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const { date, hours } = board;
  const span = { startHour: hours.fromMinute / 60, endHour: hours.toMinute / 60 };
  const day = formatDay(date, locale, { long: true });
  const rows = dayRows({ board, choice, kind, t, common, locale });
  const go = (to: string) => navigate(to, { replace: true, preventScrollReset: true });
  const pick = (slug: string, minutes: { fromMinute: number; toMinute: number }) =>
    go(calendarPath({ date, kind, choice: { slug, ...minutes } }));
  const toMinute = (column: number) => hours.fromMinute + (column - 1) * STEP;
  const onChoose = ({ rowKey, fromCol, toCol, atCol }: SlotChoice) =>
    pick(rowKey, choiceIn({ fromMinute: toMinute(fromCol), toMinute: toMinute(toCol) }, toMinute(atCol)));
  const picked = choice && { slug: choice.roomSlug, ...minutesOf(date, choice.slot) };
  const onKeyDown = useBoardKeyboard({
    board: frame,
    onLengthen: (halfHours) => picked && pick(picked.slug, { ...picked, toMinute: picked.toMinute + halfHours * STEP }),
    onBook: () => choice?.decision.ok && document.getElementById('book-choice')?.click(),
    onBack: () => choice && go(calendarPath({ date, kind })),
  });
  const toColumn = (minute: number) => (minute - hours.fromMinute) / STEP + 1;
  useChoiceFocus(frame, picked && { rowKey: picked.slug, fromCol: toColumn(picked.fromMinute), toCol: toColumn(picked.toMinute) });
  const isToday = localDateOf(now) === date;
  return (
    <>
      <div className="wrap">
        <BoardHead title={t('title')}>
          <DateStepper
            label={t('dayLabel')}
            previous={{
              href: calendarPath({ date: addDays(date, -1), kind }),
              label: t('previousDay', { day: formatDay(addDays(date, -1), locale) }),
            }}
            next={{
              href: calendarPath({ date: addDays(date, 1), kind }),
              label: t('nextDay', { day: formatDay(addDays(date, 1), locale) }),
            }}
            current={{ text: capitalise(formatDay(date, locale)), year: date.slice(0, 4) }}
            picker={{ action: '/kalender', name: 'dato', value: date, label: t('goToDate'), submit: t('go') }}
          />
          <ButtonLink href={calendarPath({ date: localDateOf(now), kind })} variant="quiet" className="board-today">
            {t('today')}
          </ButtonLink>
          <BoardViewSwitch label={t('view.label')} labels={{ board: t('view.board'), list: t('view.list') }} />
        </BoardHead>
        {badDate && <Notice tone="warning" title={t('errors.date')} />}
        <FilterTabs
          label={t('kinds.label')}
          tabs={kindTabs({ counts: board.counts, kind, date, all: t('kinds.all'), nameOf: (each) => common(`roomKind.${each}`) })}
          end={
            <BoardLegend
              label={t('key.label')}
              items={(['free', 'busy', 'mine', 'closed'] as const).map((each) => ({ kind: each, label: t(`key.${each}`) }))}
            />
          }
        />
        <DayBoard
          {...span}
          ref={frame}
          label={t('board.label', { day })}
          roomLabel={t('board.room')}
          rows={rows}
          now={isToday ? { hour: localMinuteOf(now) / 60, label: formatClock(now, locale) } : pastNow(date, now, span.endHour)}
          onKeyDown={onKeyDown}
          onChoose={onChoose}
        />
        <DayList {...span} label={t('board.label', { day })} rows={rows} />
        <BoardHint
          labels={{
            shift: t('keys.shift'),
            move: t('keys.move'),
            longer: t('keys.longer'),
            book: t('keys.book'),
            cancel: t('keys.cancel'),
          }}
        />
      </div>
      {choice && <CalendarChoiceBar board={board} choice={choice} />}
    </>
  );
}

/** A night that began yesterday still has its line; a day that is over is veiled whole. */
function pastNow(date: DayBoardData['date'], now: Date, endHour: number) {
  const hour = minuteFrom(date, now) / 60;
  return hour > 0 ? { hour: Math.min(hour, endHour), label: '' } : undefined;
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
