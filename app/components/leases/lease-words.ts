import type { TFunction } from 'i18next';
import { formatDay, formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { LeaseState, LeaseTerm, WeeklyTime } from '~/modules/leases/lease';

type T = TFunction<'leases'>;

/** `1. jan. 2027 til 31. des. 2027`: the last day, not the one after it. */
export function termText({ startsOn, endsOn }: LeaseTerm, t: T, locale: Locale): string {
  const from = dayText(startsOn, locale);
  return endsOn === null ? t('openEnded', { from }) : t('fromTo', { from, to: dayText(addDays(endsOn, -1), locale) });
}

/** A date with its year and without the weekday. */
export function dayText(date: LocalDate, locale: Locale): string {
  return formatDay(date, locale, { year: true }).replace(/^\S+\s/, '');
}

/** `tirsdag 18.00–21.00`. */
export function weeklyText({ weekday, fromMinute, toMinute }: WeeklyTime, t: T, locale: Locale): string {
  const time = `${formatMinute(fromMinute, locale)}\u2060–\u2060${formatMinute(toMinute, locale)}`;
  return t('weekly', { weekday: t(`weekdays.${weekday}`), time });
}

export function timesText(times: readonly WeeklyTime[], t: T, locale: Locale): string {
  return times.length === 0 ? t('wholeUnit') : times.map((time) => weeklyText(time, t, locale)).join(', ');
}

/** What is wrong with a field, in words; nothing when it is right. */
export function leaseError(code: string | undefined, t: T): string | undefined {
  if (code === undefined) return undefined;
  return t(`error.${ERRORS.find((known) => known === code) ?? 'invalid'}`);
}

const ERRORS = [
  ...(['missing', 'too_long', 'bad_date', 'bad_time', 'too_long_time', 'slots_missing', 'bad_amount', 'negative', 'bad_number'] as const),
  ...(['bad_month', 'option_incomplete', 'unknown_organisation', 'organisation_gone', 'organisation_bankrupt', 'not_lettable'] as const),
  ...(['slots_overlap', 'end_before_start', 'option_without_end', 'option_late', 'base_missing', 'seller_not_registered'] as const),
  ...(['tenant_not_taxable', 'declaration_missing', 'declaration_late'] as const),
] as const;

/** The field a refusal is about. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  ...{ unknown_organisation: 'organisasjon', organisation_gone: 'organisasjon', organisation_bankrupt: 'organisasjon' },
  ...{ not_lettable: 'rom', slots_overlap: 'dag1', end_before_start: 'tilDato', option_without_end: 'opsjon', option_late: 'opsjonInnen' },
  ...{ base_missing: 'basis', seller_not_registered: 'mva', tenant_not_taxable: 'mva' },
  ...{ declaration_missing: 'erklaert', declaration_late: 'erklaert' },
};

export const STATE_TONES: Readonly<Record<LeaseState, 'plain' | 'straw' | 'spruce' | 'red'>> = {
  ...{ draft: 'plain', offered: 'straw', signed: 'spruce', running: 'spruce', notice_given: 'straw', ended: 'plain', withdrawn: 'plain' },
};
