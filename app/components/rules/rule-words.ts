/** The rules of the house in words. */
import type { TFunction } from 'i18next';
import { formatDay, formatDuration, formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { MINUTES_A_DAY } from '~/lib/local-time';
import {
  LIMITS,
  type Limit,
  type PeakHours,
  QUOTAS,
  type QuotaKind,
  type RoomRules,
  type RuleTerms,
} from '~/modules/availability/booking-rules';
import type { QuotaState } from '~/modules/bookings/rules/quota';

export type Words = { readonly t: TFunction<'rules'>; readonly locale: Locale };

type WeekdayNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type GroupName = 'permanent_actor' | 'network_member' | 'youth' | 'voluntary' | 'municipal' | 'commercial';

/** What the rules of the house say of a room beside its limits, for whoever looks. */
type HouseRules = Pick<RoomRules, 'mayBook' | 'openTo' | 'quotas'> & { readonly peak: PeakHours | null };

/** What a rule says, one thing a line: `inntil 10 t i uken`. */
export function termLines(terms: RuleTerms, words: Words): string[] {
  const { t } = words;
  const alone = terms.quotaMinutesWeek === null;
  return [
    ...(terms.mayBook === null ? [] : [t(terms.mayBook ? 'words.mayBook' : 'words.mayNotBook')]),
    ...LIMITS.flatMap((limit) => (terms[limit] === null ? [] : [limitLine(limit, terms[limit], words)])),
    ...(terms.withoutQuota ? [t('words.withoutQuota')] : []),
    ...QUOTAS.flatMap((kind) => (terms[kind] === null ? [] : [quotaLine(kind, terms[kind], words, alone)])),
  ];
}

/** Who may book a room and the quotas that hold there, for whoever looks. */
export function houseRuleLines({ mayBook, openTo, quotas, peak }: HouseRules, words: Words): string[] {
  const { t } = words;
  if (!mayBook) return [openTo.length > 0 ? t('words.onlyFor', { groups: groupNames(openTo, t) }) : t('words.onlyStaff')];
  const alone = !quotas.some(({ kind }) => kind === 'quotaMinutesWeek');
  return quotas.map(({ kind, limit }) => {
    const line = quotaLine(kind, limit, words, alone);
    return kind === 'peakQuotaMinutesWeek' && peak ? `${line} (${peakWords(peak, words)})` : line;
  });
}

/** What is left of each quota, in one sentence; empty where none holds. */
export function quotaLeftLine(quotas: readonly QuotaState[], { t, locale }: Words): string {
  const parts = quotas.map(({ kind, limit, used, from }) => {
    const isCount = kind === 'quotaBookingsWeek' || kind === 'quotaBookingsMonth';
    const amount = (value: number) => (isCount ? String(value) : formatDuration(value, locale));
    return t(`left.${kind}`, { left: amount(Math.max(0, limit - used)), limit: amount(limit), day: formatDay(from, locale) });
  });
  return parts.length === 0 ? '' : t('left.line', { parts: parts.join(', ') });
}

/** `mandag–torsdag kl. 17.00–22.00`; nothing without weekdays. */
export function peakWords({ weekdays, fromMinute, toMinute }: PeakHours, { t, locale }: Words): string {
  if (weekdays.length === 0) return t('peak.none');
  const days = runs(weekdays).map(({ first, last }) => (first === last ? dayName(first, t) : `${dayName(first, t)}–${dayName(last, t)}`));
  return t('peak.hours', { days: days.join(', '), from: formatMinute(fromMinute, locale), to: formatMinute(toMinute, locale) });
}

/** `faste aktører, unge`. */
export function groupNames(groups: readonly string[], t: TFunction<'rules'>): string {
  return groups.map((group) => t(`group.${group as GroupName}`).toLowerCase()).join(', ');
}

function limitLine(limit: Limit, value: number, { t, locale }: Words): string {
  if (limit === 'horizonDays') return t('words.horizonDays', { count: value });
  if (limit === 'noticeMinutes' && value === 0) return t('words.noNotice');
  return t(`words.${limit}`, { duration: longDuration(value, locale) });
}

function quotaLine(kind: QuotaKind, value: number, { t, locale }: Words, alone: boolean): string {
  if (kind === 'quotaBookingsWeek' || kind === 'quotaBookingsMonth') return t(`words.${kind}`, { count: value });
  if (kind === 'peakQuotaMinutesWeek' && value === 0) return t('words.notInPeak');
  const key = kind === 'peakQuotaMinutesWeek' && alone ? 'peakQuotaMinutesWeekAlone' : kind;
  return t(`words.${key}`, { duration: formatDuration(value, locale) });
}

/** From two days on people count in days. */
function longDuration(minutes: number, locale: Locale): string {
  const days = minutes / MINUTES_A_DAY;
  if (days < 2 || !Number.isInteger(days)) return formatDuration(minutes, locale);
  return `${days}\u00a0${locale === 'nb' ? 'dager' : 'days'}`;
}

function dayName(weekday: number, t: TFunction<'rules'>): string {
  return t(`weekday.${weekday as WeekdayNumber}`);
}

/** Weekdays that follow each other, together. */
function runs(weekdays: readonly number[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.last === day - 1) last.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}
