/** How bookings and moments are said on my page. Pure: the moment shown is a parameter. */
import type { TFunction } from 'i18next';
import { formatClock, formatClockSpan, formatDay, formatRelative, formatSpan, dayParts } from '~/lib/format-time';
import { durationMinutes, type Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { addDays, localDateOf, localMinuteOf, MINUTES_A_DAY } from '~/lib/local-time';
import { accessWindow } from '~/modules/bookings/booking-access';
import type { DoorAccess, MyBooking, MyPage } from '~/modules/bookings/my-bookings.queries.server';

export type MyTexts = { readonly t: TFunction<['my', 'common']>; readonly locale: Locale; readonly now: Date };

/** From then on an evening is an evening. */
const EVENING_MINUTE = 17 * 60;

/** `i kveld`, `i dag`, `i morgen`, else the date: `lør. 28. nov.`, or in full inside a sentence. */
export function dayWord(instant: Date, { t, locale, now }: MyTexts, { long = false } = {}): string {
  const [date, today] = [localDateOf(instant), localDateOf(now)];
  if (date === today) return localMinuteOf(instant) >= EVENING_MINUTE ? t('common:time.tonight') : t('common:time.today');
  if (date === addDays(today, 1)) return t('common:time.tomorrow');
  return t('onDate', { date: formatDay(date, locale, { long }) });
}

/** One sentence, or two, on what is next. */
export function greetingText(page: Pick<MyPage, 'next' | 'upcoming' | 'past'>, texts: MyTexts): string {
  const { t, locale, now } = texts;
  const { next, upcoming, past } = page;
  if (!next) {
    if (upcoming.some(({ state }) => state === 'held')) return t('greeting.unpaid');
    if (upcoming.length > 0) return t('greeting.asked');
    return past.items.length > 0 || past.page > 1 ? t('greeting.nothing') : t('greeting.welcome');
  }
  if (now >= next.start) return t('greeting.ongoing', { room: next.roomName, clock: formatClock(next.end, locale) });
  const { opensAt } = accessOf(next);
  if (now >= opensAt) return t('greeting.open', { room: next.roomName, clock: formatClock(next.start, locale) });
  const sentence = t(`greeting.${wordFor(next.roomKind)}`, { day: dayWord(next.start, texts, { long: true }) });
  const minutes = durationMinutes({ start: now, end: opensAt });
  if (minutes >= MINUTES_A_DAY) return sentence;
  const door = minutes < 1 ? t('greeting.opensSoon') : t('greeting.opens', { relative: formatRelative(opensAt, now, locale) });
  return `${sentence} ${door}`;
}

function wordFor(kind: MyBooking['roomKind']) {
  return kind === 'rehearsal' || kind === 'production' || kind === 'dissemination' ? kind : 'other';
}

/** When the code works; for a booking whose code is not made yet, when it will. */
export function accessOf(next: Interval & { readonly access: DoorAccess | null }): DoorAccess {
  return next.access ?? { ...accessWindow(next), code: null };
}

/** What a booking is called in a list: its room, or the title of a project. */
export function nameOf({ kind, purpose, roomName }: Pick<MyBooking, 'kind' | 'purpose' | 'roomName'>): string {
  return kind === 'project' ? purpose : roomName;
}

/** `Lør. kl. 18.00–20.30` beside a date block; with the date in full from another year, and over more than a day. */
export function rowWhen(
  booking: Pick<MyBooking, 'start' | 'end' | 'organisationName' | 'kind' | 'datesLeft' | 'roomName'>,
  { t, locale, now }: MyTexts,
): string {
  const date = localDateOf(booking.start);
  const sameYear = date.slice(0, 4) === localDateOf(now).slice(0, 4);
  const short = sameYear && durationMinutes(booking) < MINUTES_A_DAY;
  const time = short
    ? t('row.when', { weekday: dayParts(date, locale).weekday, span: formatClockSpan(booking.start, booking.end, locale) })
    : formatSpan(booking.start, booking.end, locale, { year: !sameYear });
  const when = booking.kind === 'project' ? t('row.part', { when: capitalised(time), room: booking.roomName }) : time;
  const isMany = booking.kind !== 'single' && booking.datesLeft > 1;
  const said = isMany ? t('row.manyDates', { when: capitalised(when), count: booking.datesLeft - 1 }) : capitalised(when);
  return booking.organisationName === null ? said : t('row.withOrganisation', { when: said, organisation: booking.organisationName });
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
