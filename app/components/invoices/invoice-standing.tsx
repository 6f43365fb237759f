import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay, formatMoment } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import { outstandingOf, statusOf } from '~/modules/billing/invoices/invoice-status';
import type { InvoiceEvent, InvoicePage } from '~/modules/billing/invoices/invoice-view';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { Timeline } from '../ui/timeline';
import { StatusTag } from './status-tag';

/** What is paid and what is left. */
export function InvoiceStanding({ invoice, today }: { invoice: InvoicePage; today: LocalDate }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const { paidOre, creditedOre } = invoice;
  const left = outstandingOf(invoice);
  const money = (ore: number) => formatOre(ore, locale);
  return (
    <section className="desk-section" aria-labelledby="standing">
      <SectionHeader
        id="standing"
        title={t('standing')}
        end={<StatusTag status={statusOf({ ...invoice, disputed: invoice.disputed !== null }, today)} />}
      />
      <DescriptionList
        items={[
          { key: 'paid', term: t('paid'), value: money(paidOre) },
          ...(creditedOre === 0 ? [] : [{ key: 'credited', term: t('credited'), value: money(creditedOre) }]),
          { key: 'left', term: t(left < 0 ? 'overpaid' : 'left'), value: money(Math.abs(left)) },
        ]}
      />
    </section>
  );
}

/** Everything that happened to it, the newest first. */
export function InvoiceTimeline({ events }: { events: readonly InvoiceEvent[] }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const title = useEventTitle();
  if (events.length === 0) return null;
  return (
    <section className="desk-section no-print" aria-labelledby="timeline">
      <SectionHeader id="timeline" title={t('timeline')} />
      <Timeline
        items={events.map((event, index) => ({
          key: String(index),
          title: title(event),
          when: formatMoment(event.at, locale),
          dateTime: event.at.toISOString(),
          state: event.kind === 'mail_failed' || event.kind === 'given_up' || event.kind === 'disputed' ? 'stopped' : 'done',
          stateLabel: t('done'),
        }))}
      />
    </section>
  );
}

function useEventTitle(): (event: InvoiceEvent) => string {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  return (event) => {
    switch (event.kind) {
      case 'disputed':
        return t('event.disputed', { reason: event.reason });
      case 'mailed':
      case 'mail_failed':
        return t(`event.${event.kind}`, { to: event.to });
      case 'paid': {
        const amount = formatOre(Math.abs(event.amountOre), locale);
        return event.amountOre < 0 ? t('event.unpaid', { amount }) : t('event.paid', { amount, date: formatDay(event.on, locale) });
      }
      case 'issued':
      case 'given_up':
      case 'retried':
      case 'dispute_lifted':
      case 'credited':
        return t(`event.${event.kind}`);
    }
  };
}
