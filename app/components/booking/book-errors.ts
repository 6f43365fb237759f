import type { TFunction } from 'i18next';
import type { Locale } from '~/lib/locale';
import type { BookViewProps } from './book-view-props';
import { refusalText } from './refusal-text';
import type { FormError } from '../ui/error-summary';

/** Field of the form that a refusal is about; what is about the time stands below the time, where it is always told. */
const FIELD_BY_CODE: Readonly<Record<string, string>> = {
  bad_people: 'antall',
  too_many_people: 'antall',
  payment_method_not_allowed: 'betaler',
  not_allowed: 'betaler',
  price_changed: 'pay',
  bad_rig: 'riggFor',
  rig_taken: 'riggFor',
  rig_not_offered: 'riggFor',
  staff_hours: 'staff',
  neighbour: 'lyd',
};

/** What is wrong with each field, in words; too many people also before anybody has tried to book. */
export function fieldErrors(
  { page, errors, refusal }: Pick<BookViewProps, 'page' | 'errors' | 'refusal'>,
  t: TFunction<'booking'>,
  locale: Locale,
): Record<string, string> {
  const texts: Record<string, string> = {};
  const { decision } = page.preview;
  if (decision && !decision.ok && decision.code === 'too_many_people')
    texts['antall'] = t('refusal.too_many_people', { capacity: decision.capacity });
  for (const [field, code] of Object.entries(errors)) texts[field] = textOf(field, code, t);
  const refused = refusal && FIELD_BY_CODE[refusal.code];
  if (refused) texts[refused] = refusalSentence(refusal, page, t, locale);
  return texts;
}

/** The same for the summary on top, only after an attempt to book. */
export function bookErrors(props: BookViewProps, t: TFunction<'booking'>, locale: Locale): FormError[] {
  const { refusal, page } = props;
  const attempted = refusal !== null || Object.keys(props.errors).length > 0;
  const byField = attempted ? Object.entries(fieldErrors(props, t, locale)) : [];
  const aboutTime = refusal && !FIELD_BY_CODE[refusal.code] ? [['fra', refusalSentence(refusal, page, t, locale)] as const] : [];
  return [...byField, ...aboutTime].map(([field, text]) => ({ text, href: `#${FIELD_IDS.has(field) ? field : 'fra'}` }));
}

const FIELD_IDS = new Set(['dato', 'fra', 'til', 'antall', 'formal', 'pay', 'riggFor', 'staff', 'lyd']);

function textOf(field: string, code: string, t: TFunction<'booking'>): string {
  if (code === 'nonexistent_time') return t('refusal.nonexistent_time');
  if (field === 'dato') return t('refusal.bad_date');
  if (field === 'fra' || field === 'til') return t('refusal.bad_time');
  if (field === 'antall') return t('refusal.bad_people');
  if (code === 'too_long') return t('refusal.bad_text', { max: 200 });
  return t('refusal.unknown');
}

function refusalSentence(
  refusal: NonNullable<BookViewProps['refusal']>,
  page: BookViewProps['page'],
  t: TFunction<'booking'>,
  locale: Locale,
): string {
  if (refusal.code === 'unknown_room') return t('refusal.not_bookable');
  return refusalText(refusal, { t, locale, itemName: (itemId) => itemName(page, itemId, locale) });
}

export function itemName(page: Pick<BookViewProps['page'], 'preview'>, itemId: string, locale: Locale): string {
  const item = page.preview.equipment.find(({ id }) => id === itemId);
  return item ? (locale === 'nb' ? item.nameNb : item.nameEn) : '';
}
