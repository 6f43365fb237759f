import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { refusalText } from '../booking/refusal-text';
import type { ChangeBookingRefusal } from '~/modules/bookings/changes/change-booking.server';

/** What a change can be refused for, as a page knows it. */
export type ShownRefusal = ChangeBookingRefusal | { code: 'lost_race' };

type Words = {
  readonly t: TFunction<'change'>;
  readonly words: TFunction<'booking'>;
  readonly locale: Locale;
  /** Staff are spoken to of the customer. */ readonly byHub: boolean;
};

/** Why a change was refused, as a sentence that says what to do. */
export function changeRefusalText(refusal: ShownRefusal, context: Words): string {
  const { t, words, locale } = context;
  const own = context.byHub ? textForHub(refusal, context) : null;
  if (own !== null) return own;
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
    case 'needs_answer':
    case 'reason_missing':
    case 'lost_race':
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

/** What a customer is told of themselves, and staff of the customer; null where the words are the same. */
function textForHub(refusal: ShownRefusal, { t, words, locale }: Words): string | null {
  switch (refusal.code) {
    case 'unchanged':
      return t('refusal.hub.unchanged');
    case 'not_for_group':
      return refusal.groups.length > 0
        ? t('refusal.hub.not_for_group', { groups: refusal.groups.map((group) => words(`group.${group as 'youth'}`)).join(', ') })
        : t('refusal.hub.only_staff');
    case 'neighbour':
      return t(refusal.neighbour === 'quiet' ? 'refusal.hub.neighbour_quiet' : 'refusal.hub.neighbour_loud', {
        span: formatSpan(refusal.busy.start, refusal.busy.end, locale),
      });
    case 'own_booking':
      return words('refusal.taken', { span: formatSpan(refusal.busy.start, refusal.busy.end, locale) });
    default:
      return null;
  }
}
