import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { AdminBooking } from '~/modules/bookings/admin-booking.queries.server';
import { RULE_CODES, type RuleCode } from '~/modules/bookings/rules/rule-code';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Timeline } from '../ui/timeline';

const EVENTS = [
  'requested',
  'rules_overridden',
  'confirmed',
  'checked_in',
  'cancelled',
  'dates_cancelled',
  'dates_added',
  'changed',
  'change_released',
  'completed',
  'time_released',
  'time_taken_back',
  'time_credited',
  'time_lapsed',
  'no_show',
  'no_show_undone',
  'released',
  'refund_sent',
  'refund_succeeded',
  'refund_failed',
  'refund_retried',
  'refund_settled_otherwise',
  'request_sent',
  'request_approved',
  'request_conditions',
  'request_accepted',
  'request_declined',
  'request_lapsed',
  'request_withdrawn',
  'request_message',
  'card_captured',
  'card_released',
  'card_lost',
  'split_started',
  'split_reminded',
  'share_paid',
  'split_rest_paid',
  'split_called_off',
  'split_lapsed',
  'payment_came_late',
  'payment_came_twice',
] as const;
const STOPPED: readonly string[] = [
  'cancelled',
  'no_show',
  'released',
  'refund_failed',
  'request_declined',
  'request_lapsed',
  'request_withdrawn',
  'card_lost',
  'split_called_off',
  'split_lapsed',
  'payment_came_late',
  'payment_came_twice',
];

/** `refund.sent` → `refund_sent`; what is about bookings is called by its verb alone. */
function eventOf(action: string): string {
  return action
    .replace(/^booking\./, '')
    .replace(/^authorisation\./, 'card_')
    .replace(/^(refund|request|split|share|payment)\./, '$1_');
}

/** Which rules an exception set aside, and why, in the words of whoever made it. */
function exceptionIn(after: AdminBooking['timeline'][number]['after'], nameOf: (code: RuleCode) => string): string | undefined {
  if (typeof after !== 'object' || after === null || !('reason' in after) || typeof after.reason !== 'string') return undefined;
  const stored = 'rules' in after && Array.isArray(after.rules) ? after.rules : [];
  const names = RULE_CODES.filter((code) => stored.includes(code)).map(nameOf);
  return [...(names.length > 0 ? [`${names.join(', ')}.`] : []), `«${after.reason}»`].join(' ');
}

/** Who did what to a booking, the latest last. */
export function BookingTimeline({ timeline }: Pick<AdminBooking, 'timeline'>) {
  const { t } = useTranslation('admin');
  const { t: rules } = useTranslation('rules');
  const locale = useLocale();
  const by = ({ actorKind, actorName }: AdminBooking['timeline'][number]) => {
    if (actorKind === 'system') return t('booking.bySystem');
    if (actorKind === 'stripe') return t('booking.byStripe');
    return t('booking.by', { name: actorName || t('booking.unknownPerson') });
  };
  return (
    <section className="desk-section" aria-labelledby="timeline">
      <SectionHeader id="timeline" title={t('booking.timeline')} />
      <div className="desk-gap">
        <Timeline
          label={t('booking.timeline')}
          items={timeline.map((entry) => {
            const verb = eventOf(entry.action);
            const known = EVENTS.find((candidate) => candidate === verb);
            const stopped = STOPPED.includes(verb);
            return {
              key: entry.id,
              title: known ? t(`booking.event.${known}`) : entry.action,
              when: `${formatMoment(entry.at, locale)}, ${by(entry)}`,
              dateTime: entry.at.toISOString(),
              text: known === 'rules_overridden' ? exceptionIn(entry.after, (code) => rules(`code.${code}`)) : undefined,
              state: stopped ? 'stopped' : 'done',
              stateLabel: t(stopped ? 'booking.stopped' : 'booking.done'),
            };
          })}
        />
      </div>
    </section>
  );
}
