import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import type { Locale } from '~/lib/locale';
import { choiceIn, minutesOf } from '~/modules/bookings/calendar-choice';
import type { DayBoard, DayBoardRoom } from '~/modules/bookings/day-board.queries.server';
import type { RoomKind } from '~/modules/rooms/room';
import { bookPathAt } from '../site/book-path';
import { boardPieces } from './board-pieces';
import { calendarPath } from './calendar-links';
import type { CalendarChoiceData } from './calendar-choice-data';
import type { DayListRow } from './day-list';

type DayRowsQuestion = {
  board: DayBoard;
  choice: CalendarChoiceData | null;
  kind: RoomKind | null;
  t: TFunction<'calendar'>;
  common: TFunction<'common'>;
  locale: Locale;
};

/** The rooms of a day as rows of the board and of the list. */
export function dayRows(question: DayRowsQuestion): DayListRow[] {
  return question.board.buildings.flatMap((building) => building.rooms.map((room) => toRow(room, building.name, question)));
}

function toRow(room: DayBoardRoom, building: string, { board, choice, kind, t, common, locale }: DayRowsQuestion): DayListRow {
  const { date, hours } = board;
  const kindName = common(`roomKind.${room.kind}`);
  const size =
    room.kind === 'dissemination' ? common('seats', { count: room.capacity }) : common('squareMetres', { count: room.squareMetres });
  const free = room.intervals.some((interval) => interval.kind === 'free');
  const closed = room.intervals.find((interval) => interval.kind === 'closed' && interval.reason !== null);
  return {
    key: room.slug,
    building,
    room: {
      name: room.name,
      sub: room.partOf ? common('partOf', { room: room.partOf }) : `${kindName}, ${size}`,
      href: `/rom/${room.slug}`,
    },
    end:
      room.priceFromOre === null || !free
        ? undefined
        : common('fromPerHour', { price: formatOre(room.priceFromOre, locale, { decimals: 'auto' }) }),
    note: free
      ? undefined
      : closed?.kind === 'closed' && closed.reason
        ? t('board.closedReason', { reason: closed.reason[locale] })
        : t('board.nothingFree'),
    intervals: boardPieces(room.intervals, {
      ...{ t, locale, date, fromMinute: hours.fromMinute, room: room.name },
      pick: (minutes) => calendarPath({ date, kind, choice: { slug: room.slug, ...choiceIn(minutes, minutes.fromMinute) } }),
      chosen: chosenIn(room, choice, board, locale),
    }),
  };
}

/** Only a time that can be had is drawn as picked; the bar says why another cannot. */
function chosenIn(room: DayBoardRoom, choice: CalendarChoiceData | null, { date }: DayBoard, locale: Locale) {
  if (choice?.roomSlug !== room.slug || !choice.decision.ok) return null;
  return {
    ...minutesOf(date, choice.slot),
    price: formatOre(choice.decision.value.quote.totalOre, locale, { decimals: 'auto' }),
    href: bookPathAt(room.slug, choice.slot.start, choice.slot.end),
  };
}
