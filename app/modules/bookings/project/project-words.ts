import type { TFunction } from 'i18next';
import { formatDay, formatSpan } from '~/lib/format-time';
import { type Interval, span } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { localDateOf } from '~/lib/local-time';
import type { OccurrenceState } from '../booking';
import type { ManyWords } from '../mails/booking.mail';

/** One part of a project, as it is told in a mail. */
export interface ToldPart extends Interval {
  /** May be empty. */
  readonly partName: string;
  /** With its building. */
  readonly place: string;
  /** It could not be had. */
  readonly refused: boolean;
}

/** An occurrence as it is stored, with its room. */
export interface ToldRow {
  readonly partName: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: Place;
}

type Place = { readonly name: string; readonly building: { readonly name: string } };

/** The room with its building: "Lydstudio, Laven". */
export function placeOf({ name, building }: Place): string {
  return `${name}, ${building.name}`;
}

export function toldPart({ partName, state, startsAt, endsAt, room }: ToldRow): ToldPart {
  return { start: startsAt, end: endsAt, partName, place: placeOf(room), refused: state === 'refused' };
}

type Translate = TFunction<'project'>;

/** What a mail about a project says: its parts one by one, those that could not be had too. */
export function projectWords(parts: readonly ToldPart[], t: Translate, locale: Locale): ManyWords {
  const had = parts.filter(({ refused }) => !refused);
  return {
    when: spanWords(had, t, locale),
    parts: parts.map(({ partName, place, refused, start, end }, index) => ({
      term: partName || t('words.part', { number: index + 1 }),
      value: t(refused ? 'words.refused' : 'words.place', { when: formatSpan(start, end, locale), room: place }),
    })),
    titles: {
      confirmed: t('mail.confirmed'),
      approved: t('mail.approved'),
      payment_link: t('mail.payment_link'),
      dates_cancelled: t('mail.dates_cancelled'),
    },
    refused: had.length < parts.length ? t('mail.someRefused') : '',
    doors: t('words.doors'),
    policy: t('quote.policy'),
  };
}

/** "3 deler, tir. 12. jan. – fre. 15. jan."; of one part when it is. */
function spanWords(parts: readonly ToldPart[], t: Translate, locale: Locale): string {
  const [first] = parts;
  if (!first) return '';
  if (parts.length === 1) return formatSpan(first.start, first.end, locale);
  const { start } = span(parts);
  const last = parts.map((part) => part.start).reduce((a, b) => (a > b ? a : b));
  const [from, to] = [start, last].map((instant) => formatDay(localDateOf(instant), locale));
  return from === to ? t('words.oneDay', { count: parts.length, day: from }) : t('words.days', { count: parts.length, from, to });
}
