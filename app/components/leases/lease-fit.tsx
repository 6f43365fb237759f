import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { LeaseFit as Fit } from '~/modules/leases/claim-lease.server';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

const MOST_SHOWN = 20;

/** Whether a lease that is not signed yet fits into the house, and what lies in its time. */
export function LeaseFitView({ fit }: { fit: Fit }) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  const { lease, bookings, closures } = fit;
  const shown = bookings.slice(0, MOST_SHOWN);
  return (
    <section className="desk-section stack" aria-labelledby="fit">
      <SectionHeader id="fit" title={t('fit.title')} />
      {lease && (
        <Notice tone="danger" title={t('fit.lease', { who: lease.who, number: lease.number })}>
          {t('fit.leaseText')} <a href={`/admin/leieavtaler/${lease.id}`}>L-{lease.number}</a>
        </Notice>
      )}
      {!lease && bookings.length === 0 && (
        <Notice tone="success" title={t('fit.fits')}>
          {t('fit.fitsText')}
        </Notice>
      )}
      {bookings.length > 0 && (
        <>
          <Notice tone="warning" title={t('fit.bookings', { count: bookings.length })}>
            {t('fit.bookingsText')}
          </Notice>
          <Table
            caption={t('fit.caption')}
            stacked
            rows={shown}
            rowKey={({ id, start }) => `${id ?? ''}${start.toISOString()}`}
            columns={[
              {
                key: 'who',
                header: t('who'),
                rowHeader: true,
                cell: ({ who, id }) => <a href={`/admin/bestillinger/${id ?? ''}`}>{who}</a>,
              },
              { key: 'when', header: t('fit.when'), cell: ({ start, end }) => formatSpan(start, end, locale, { year: true }) },
              { key: 'place', header: t('place'), cell: ({ roomName }) => roomName },
            ]}
          />
          {bookings.length > MOST_SHOWN && <p>{t('fit.more', { count: bookings.length - MOST_SHOWN })}</p>}
        </>
      )}
      {closures.length > 0 && <p>{t('fit.closures')}</p>}
    </section>
  );
}
