import type { LocalDate } from '~/lib/local-time';
import type { CalendarChoice } from '~/modules/bookings/calendar-choice';
import { clockText } from '~/modules/bookings/clock-text';
import type { RoomKind } from '~/modules/rooms/room';
import type { FilterTab } from '../ui/filter-tabs';

type CalendarAddress = { date: LocalDate; kind: RoomKind | null; choice?: CalendarChoice | undefined };

/** Address of a day of the calendar, with the kind of room that is shown and the time that is picked. */
export function calendarPath({ date, kind, choice }: CalendarAddress): string {
  const params = [`dato=${date}`];
  if (kind) params.push(`type=${kind}`);
  if (choice) params.push(`rom=${choice.slug}`, `fra=${clockText(choice.fromMinute)}`, `til=${clockText(choice.toMinute)}`);
  return `/kalender?${params.join('&')}`;
}

const SHOWN_KINDS = ['rehearsal', 'production', 'dissemination'] as const satisfies readonly RoomKind[];
type ShownKind = (typeof SHOWN_KINDS)[number];

type KindTabsQuestion = {
  counts: Readonly<Partial<Record<RoomKind, number>>>;
  kind: RoomKind | null;
  date: LocalDate;
  all: string;
  nameOf: (kind: ShownKind) => string;
};

/** All rooms, and each kind with its number. */
export function kindTabs({ counts, kind, date, all, nameOf }: KindTabsQuestion): FilterTab[] {
  const total = SHOWN_KINDS.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  return [
    { href: calendarPath({ date, kind: null }), label: all, count: total, current: kind === null },
    ...SHOWN_KINDS.map((each) => ({
      href: calendarPath({ date, kind: each }),
      label: nameOf(each),
      count: counts[each] ?? 0,
      current: kind === each,
    })),
  ];
}
