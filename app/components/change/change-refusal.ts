import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { refusalText } from '../booking/refusal-text';
import type { ChangeBookingRefusal } from '~/modules/bookings/changes/change-booking.server';

/** What a change can be refused for, as a page knows it. */
export type ShownRefusal = ChangeBookingRefusal;

type Words = { readonly t: TFunction<'change'>; readonly words: TFunction<'booking'>; readonly locale: Locale };

/** Why a change was refused, as a sentence that says what to do. */
export function changeRefusalText(refusal: ShownRefusal, { t, words, locale }: Words): string {
  switch (refusal.code) {
    case 'not_found':
    case 'not_allowed':
      return t('refusal.not_allowed');
    case 'not_confirmed':
    case 'over':
    case 'unchanged':
    case 'has_begun':
    case 'unknown_room':
    case 'offer_over':
    case 'beyond_offer':
      return t(`refusal.${refusal.code}`);
    case 'too_late_to_move':
      return refusal.freeUntil
        ? t('refusal.too_late_to_move', { until: formatMoment(refusal.freeUntil, locale) })
        : t('refusal.too_late_to_move_never');
    case 'difference_changed':
      return t('refusal.difference_changed', { amount: formatOre(refusal.differenceOre, locale) });
    case 'moved_meanwhile':
      return t('refusal.moved_meanwhile', { when: formatSpan(refusal.start, refusal.end, locale), room: refusal.roomName });
    default:
      return refusalText(refusal, { t: words, locale, itemName: () => t('equipment') });
  }
}
