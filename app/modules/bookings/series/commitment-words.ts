import type { TFunction } from 'i18next';
import { formatDay, formatMinute, formatSpan } from '~/lib/format-time';
import { type Interval, span } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { fromDateColumn, localDateOf, MINUTES_A_DAY } from '~/lib/local-time';
import type { OccurrenceState } from '../booking';
import type { ManyWords } from '../mails/booking.mail';
import { type SeriesRule, slotOn } from './series';

/** A booking of many occurrences, as it is told in a sentence. */
export interface CommitmentShape {
  /** Null for what follows no rule, or none any more. */
  readonly rule: SeriesRule | null;
  /** How many times, rooms of the same time counted once, and from when to when. */
  readonly count: number;
  readonly span: Interval | null;
  readonly refused: readonly Interval[];
  /** Those that take place at another time than the rule says. */
  readonly movedCount: number;
}

type Dated = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: OccurrenceState;
  /** As the database has it; of a request, where nothing has been moved, it may be left out. */
  readonly seriesDate?: Date | null;
};

/** Of a stored booking: `told` are the occurrences, at least one, that are spoken of. */
export function shapeOf(rule: SeriesRule | null, told: readonly Dated[], all: readonly Dated[]): CommitmentShape {
  const moved = told.filter((one) => rule !== null && isMoved(rule, one));
  return {
    // When all of them have been moved, nothing takes place by the rule.
    rule: moved.length < told.length ? rule : null,
    movedCount: moved.length,
    count: new Set(told.map(({ startsAt }) => startsAt.getTime())).size,
    span: span(told.map(slotOf)),
    refused: all.filter(({ state }) => state === 'refused').map(slotOf),
  };
}

function isMoved(rule: SeriesRule, { seriesDate, startsAt, endsAt }: Dated): boolean {
  const slot = seriesDate ? slotOn(rule, fromDateColumn(seriesDate)) : null;
  return slot !== null && (slot.start.getTime() !== startsAt.getTime() || slot.end.getTime() !== endsAt.getTime());
}

const slotOf = ({ startsAt, endsAt }: Dated): Interval => ({ start: startsAt, end: endsAt });

type Translate = TFunction<'series'>;

/** "onsdager kl. 18.00–21.00 annenhver uke, ons. 2. des. 2026 – ons. 3. feb. 2027"; for a project how many times between which dates. */
export function whenWords(
  { rule, count, span: whole }: Pick<CommitmentShape, 'rule' | 'count' | 'span'>,
  t: Translate,
  locale: Locale,
): string {
  if (whole === null) return rule ? ruleWords(rule, t, locale) : t('words.nothing');
  const { start, end } = whole;
  if (count === 1) return formatSpan(start, end, locale, { year: true });
  const [first, last] = [start, new Date(end.getTime() - 1)].map((instant) => formatDay(localDateOf(instant), locale, { year: true }));
  const between = { first, last, count };
  return rule ? t('words.series', { ...between, rule: ruleWords(rule, t, locale) }) : t('words.project', between);
}

/** "onsdager kl. 18.00–21.00 annenhver uke". */
export function ruleWords({ weekdays, intervalWeeks, fromMinute, toMinute }: SeriesRule, t: Translate, locale: Locale): string {
  const days = weekdays.toSorted((a, b) => a - b).map((weekday) => t(`words.days.${weekday}`));
  const last = days.at(-1) ?? '';
  const listed = days.length > 1 ? t('words.and', { some: days.slice(0, -1).join(', '), last }) : last;
  const clocks = t('words.clocks', { from: formatMinute(fromMinute, locale), to: formatMinute(toMinute % MINUTES_A_DAY, locale) });
  const often =
    intervalWeeks === 1
      ? t('words.everyWeek')
      : intervalWeeks === 2
        ? t('words.everyOtherWeek')
        : t('words.everyNWeeks', { number: intervalWeeks });
  return t('words.rule', { days: listed, clocks, often });
}

/** What a mail about a booking of many dates says. */
export function manyWords(shape: CommitmentShape, t: Translate, locale: Locale): ManyWords {
  return {
    when: whenWords(shape, t, locale),
    refused: [movedWords(shape, t), refusedWords(shape, t, locale)].filter((text) => text !== '').join(' '),
    doors: t('words.doors'),
    policy: t('words.policy'),
  };
}

/** How many do not follow the rule that is told; empty when none is told, or all follow it. */
function movedWords({ rule, movedCount }: CommitmentShape, t: Translate): string {
  return rule && movedCount > 0 ? t('dates.movedCount', { count: movedCount }) : '';
}

const MOST_NAMED = 10;

/** The dates that could not be had, in one sentence; empty when all could. */
export function refusedWords({ refused }: Pick<CommitmentShape, 'refused'>, t: Translate, locale: Locale): string {
  const days = [...new Set(refused.map(({ start }) => formatDay(localDateOf(start), locale)))];
  if (days.length === 0) return '';
  const named = days.slice(0, MOST_NAMED).join(', ');
  const more = days.length - MOST_NAMED;
  return more > 0 ? t('words.refusedMore', { days: named, count: more }) : t('words.refused', { days: named, count: days.length });
}
