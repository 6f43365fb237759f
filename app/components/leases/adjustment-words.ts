import type { TFunction } from 'i18next';
import { formatDate, formatMonth } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import type texts from '~/locales/nb/adjustments.json';

/** A refusal of an adjustment as the page gets it. */
export interface AdjustmentProblem {
  readonly code: keyof AdjustmentTexts;
  readonly month?: LocalDate | undefined;
  readonly effectiveOn?: LocalDate | undefined;
  readonly noticeFrom?: LocalDate | undefined;
}

type AdjustmentTexts = (typeof texts)['error'];

/** Why a rent is not adjusted, in words. */
export function adjustmentProblem(problem: AdjustmentProblem, locale: Locale, t: TFunction<'adjustments'>): string {
  const { code, month, effectiveOn, noticeFrom } = problem;
  return t(`error.${code}`, {
    month: month && formatMonth(month, locale),
    from: effectiveOn && formatDate(effectiveOn, locale),
    noticeFrom: noticeFrom && formatDate(noticeFrom, locale),
  });
}
