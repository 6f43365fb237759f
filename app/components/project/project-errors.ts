import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { PartRefusal } from '~/modules/bookings/project/project-outcome';
import type { PreviewedPart } from '~/modules/bookings/project/project-preview.queries.server';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import type { PlanRefusal } from '~/modules/bookings/request-occurrences.server';
import { refusalText } from '../booking/refusal-text';

export type ProjectTexts = { t: TFunction<'project'>; locale: Locale };

type RefusalTexts = ProjectTexts & { booking: TFunction<'booking'>; itemName: (itemId: string) => string };

type Problem = ProjectPage['problems'][number];

/** Id of a field: of the whole, or of the part at `index`. */
export function fieldId(field: string, index: number | null): string {
  return index === null ? field : `${field}-${index + 1}`;
}

/** What is wrong with one field; undefined when nothing is. */
export function fieldError(problems: readonly Problem[], field: Problem['field'], index: number | null, t: TFunction<'project'>) {
  const problem = problems.find((one) => one.field === field && one.index === index);
  return problem && problemText(problem, t);
}

/** All that is wrong, for the summary on top. */
export function projectErrors(problems: readonly Problem[], t: TFunction<'project'>): { href: string; text: string }[] {
  return problems.map((problem) => {
    const text = problemText(problem, t);
    const { index, field } = problem;
    return { href: `#${fieldId(field, index)}`, text: index === null ? text : t('error.inPart', { number: index + 1, text }) };
  });
}

function problemText({ field, code }: Problem, t: TFunction<'project'>): string {
  if (code === 'nonexistent_time' || code === 'too_far') return t(`error.${code}`);
  switch (field) {
    case 'tittel':
      return t('error.title');
    case 'epost':
      return t('error.email');
    case 'navn':
      return t('error.name');
    case 'betaler':
      return t('error.payer');
    case 'rom':
      return t(code === 'missing' ? 'error.room' : 'error.roomUnknown');
    case 'dato':
      return t('error.date');
    case 'fra':
    case 'til':
      return t('error.time');
    case 'riggFor':
    case 'riggEtter':
      return t('error.rig');
    case 'antall':
    case 'lyd':
    case 'utstyr':
    case 'del':
      return t('error.people');
  }
}

/** Names of the items that a part may have, by their ids. */
export function itemNamer(offered: PreviewedPart['offered'], locale: Locale): (itemId: string) => string {
  const names = new Map(offered.map(({ id, nameNb, nameEn }) => [id, locale === 'nb' ? nameNb : nameEn]));
  return (itemId) => names.get(itemId) ?? '';
}

/** Why a part cannot be had; `numbers` are those that the parts have on the page, in order of time. */
export function partRefusalText(refusal: PartRefusal, numbers: readonly number[], { t, booking, locale, itemName }: RefusalTexts): string {
  if (refusal.code === 'other_part') {
    const { start, end } = refusal.busy;
    return t('error.other_part', { number: numbers[refusal.position] ?? 1, span: formatSpan(start, end, locale) });
  }
  return refusalText(refusal, { t: booking, locale, itemName });
}

/** Why an attempt to book did not succeed, in one line; the parts below say what stands in the way. */
export function attemptText(refusal: PlanRefusal, { t, locale }: ProjectTexts): string {
  if (refusal.code === 'price_changed') return t('error.price_changed', { price: formatOre(refusal.totalOre, locale) });
  return t(refusal.code === 'not_allowed' || refusal.code === 'unknown_room' ? 'error.not_allowed' : 'error.taken_meanwhile');
}
