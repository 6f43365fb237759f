import type { TFunction } from 'i18next';
import { durationMinutes } from '~/lib/interval';
import { formatDay, formatDuration, formatMoment, formatSpan } from '~/lib/format-time';
import { formatOre } from '~/lib/format-money';
import type { Locale } from '~/lib/locale';
import type { BookingRefusal } from '~/modules/bookings/decide-booking';
import type { QuotaRefusal } from '~/modules/bookings/rules/quota';
import type { PriceChanged } from '~/modules/bookings/decide-occurrences';

/** What a refusal needs to be told in words. */
export type RefusalContext = {
  readonly t: TFunction<'booking'>;
  readonly locale: Locale;
  /** Name of an equipment item by its id. */
  readonly itemName: (itemId: string) => string;
};

/** Why a booking was refused, as a sentence that says what to do. */
export function refusalText(refusal: BookingRefusal | PriceChanged, { t, locale, itemName }: RefusalContext): string {
  switch (refusal.code) {
    case 'not_for_group':
      return refusal.groups.length > 0
        ? t('refusal.not_for_group', { groups: refusal.groups.map((group) => t(`group.${group as 'youth'}`)).join(', ') })
        : t('refusal.only_staff');
    case 'quota_week_minutes':
    case 'quota_week_bookings':
    case 'quota_month_minutes':
    case 'quota_month_bookings':
    case 'quota_peak_minutes':
      return quotaText(refusal, t, locale);
    case 'notice':
      return t('refusal.notice', { duration: formatDuration(refusal.noticeMinutes, locale) });
    case 'horizon':
      return t('refusal.horizon', { day: formatDay(refusal.lastDate, locale, { year: true }) });
    case 'too_short':
    case 'too_long':
      return t(`refusal.${refusal.code}`, { duration: formatDuration(refusal.limitMinutes, locale) });
    case 'closed':
      return closedText(refusal, t, locale);
    case 'closure':
      return refusal.reason ? t('refusal.closure', { reason: refusal.reason[locale] }) : t('refusal.closureNoReason');
    case 'taken':
      return t('refusal.taken', { span: formatSpan(refusal.busy.start, refusal.busy.end, locale) });
    case 'own_booking':
      return t(refusal.unpaid ? 'refusal.ownUnpaid' : 'refusal.ownBooking', {
        span: formatSpan(refusal.busy.start, refusal.busy.end, locale),
      });
    case 'held':
      return t('refusal.held', { moment: formatMoment(refusal.holdExpiresAt, locale) });
    case 'buffer':
      return t('refusal.buffer', { span: formatSpan(refusal.busy.start, refusal.busy.end, locale) });
    case 'neighbour':
      return t(`refusal.neighbour_${refusal.neighbour === 'quiet' ? 'quiet' : 'loud'}`, {
        span: formatSpan(refusal.busy.start, refusal.busy.end, locale),
      });
    case 'too_many_people':
      return t('refusal.too_many_people', { capacity: refusal.capacity });
    case 'equipment_taken':
      return t('refusal.equipment_taken', { item: itemName(refusal.itemId), available: refusal.available });
    case 'price_changed':
      return t('refusal.price_changed', { price: formatOre(refusal.totalOre, locale) });
    case 'bad_rig':
      return t('refusal.bad_rig', { duration: formatDuration(refusal.limitMinutes, locale) });
    case 'rig_taken':
      return refusal.busy
        ? t('refusal.rig_taken', { span: formatSpan(refusal.busy.start, refusal.busy.end, locale) })
        : t('refusal.rig_closed', { span: formatSpan(refusal.rigged.start, refusal.rigged.end, locale) });
    case 'add_on_notice':
      return t('refusal.add_on_notice', { item: itemName(refusal.itemId), duration: formatDuration(refusal.noticeMinutes, locale) });
    case 'staff_hours':
      return t('refusal.staff_hours', { item: itemName(refusal.itemId) });
    case 'rig_not_offered':
    case 'bad_people':
    case 'not_bookable':
    case 'bad_interval':
    case 'off_step':
    case 'past':
    case 'no_rate':
    case 'unknown_vat_code':
    case 'not_allowed':
    case 'payment_method_not_allowed':
    case 'bad_quantity':
    case 'equipment_not_offered':
      return t(`refusal.${refusal.code}`);
  }
}

function quotaText({ code, limit, used, resetsOn }: QuotaRefusal, t: TFunction<'booking'>, locale: Locale): string {
  if (limit === 0) return t(code === 'quota_peak_minutes' ? 'refusal.quota_none' : 'refusal.only_staff');
  const amount = (value: number) => (code.endsWith('bookings') ? String(value) : formatDuration(value, locale));
  return t(`refusal.${code}`, { count: limit, limit: amount(limit), used: amount(used), day: formatDay(resetsOn, locale) });
}

function closedText(refusal: Extract<BookingRefusal, { code: 'closed' }>, t: TFunction<'booking'>, locale: Locale): string {
  const { opensAt, closesAt, reason } = refusal;
  if (reason) return t('refusal.closedReason', { reason: reason[locale] });
  if (opensAt && closesAt && durationMinutes({ start: opensAt, end: closesAt }) > 0) {
    return t('refusal.closedOpen', { span: formatSpan(opensAt, closesAt, locale) });
  }
  return t('refusal.closed');
}
