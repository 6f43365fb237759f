import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatRelative } from '~/lib/format-time';
import type { DifferenceLine } from '~/modules/bookings/money-movements.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { differenceTitle } from './difference-title';
import { InboxList } from './inbox-list';

/** Where our rows and Stripe's do not agree. */
export function PaymentDifferences({ differences, now }: { differences: readonly DifferenceLine[]; now: Date }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return (
    <section aria-labelledby="differences">
      <SectionHeader id="differences" title={t('payments.differences')} />
      {differences.length === 0 ? (
        <div className="desk-gap">
          <Notice tone="success" title={t('payments.noDifferences')} />
        </div>
      ) : (
        <InboxList
          label={t('payments.differences')}
          items={differences.map(({ id, key, kind, bookingId, reference, detectedAt }) => ({
            key: id,
            icon: 'alert',
            title: differenceTitle(kind, t),
            text: bookingId ? (
              <a href={`/admin/bestillinger/${bookingId}`}>{t('difference.booking', { reference })}</a>
            ) : (
              t('difference.noBooking', { key })
            ),
            since: formatRelative(detectedAt, now, locale),
            dateTime: detectedAt.toISOString(),
            action: (
              <Form method="post" id={id}>
                <Button name="difference" value={id}>
                  {t('difference.resolve')}
                </Button>
              </Form>
            ),
          }))}
        />
      )}
    </section>
  );
}
