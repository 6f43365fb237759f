import { formatClock } from '~/lib/format-time';
import type { ChangeStepRefusal } from '~/modules/bookings/changes/take-change-step.server';
import { changeRefusalText, type ShownRefusal } from './change-refusal';

/** Why an undo or an overrun was refused, in words. */
export function stepRefusalText(refusal: ChangeStepRefusal | ShownRefusal, context: Parameters<typeof changeRefusalText>[1]): string {
  const { t, locale } = context;
  switch (refusal.code) {
    case 'not_last':
    case 'too_late':
    case 'not_used':
    case 'already_noted':
    case 'nothing_owed':
    case 'bad_clock':
      return t(`desk.refusal.${refusal.code}`);
    case 'bad_until':
      return t('desk.refusal.bad_until', { end: formatClock(refusal.end, locale) });
    default:
      return changeRefusalText(refusal, context);
  }
}
