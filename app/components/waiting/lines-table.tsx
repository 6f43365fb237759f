import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { LineEntry } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { refusalText } from '../booking/refusal-text';
import { useLocale } from '../site/use-locale';
import { Pagination } from '../ui/pagination';
import { Table } from '../ui/table';

function Standing({ entry: { state, notOffered } }: { entry: LineEntry }) {
  const { t } = useTranslation('waiting');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  return (
    <>
      {t(`lines.states.${state}`)}
      {notOffered && (
        <p className="small muted">
          {t('lines.notOffered', { moment: formatMoment(notOffered.at, locale) })}{' '}
          {refusalText(notOffered.refusal, { t: booking, locale, itemName: () => '' })}
        </p>
      )}
    </>
  );
}

/** Who waits for what, the next time first, and in each line who came first. */
export function LinesTable({ items, page, hasMore }: { items: readonly LineEntry[]; page: number; hasMore: boolean }) {
  const { t } = useTranslation('waiting');
  const locale = useLocale();
  if (items.length === 0) return <p className="muted">{t('lines.none')}</p>;
  const column = (key: 'when' | 'room' | 'who' | 'since' | 'state' | 'booking') => ({
    key,
    header: t(`lines.${key}`),
    label: t(`lines.${key}`),
  });
  return (
    <>
      <Table
        caption={t('lines.title')}
        hideCaption
        stacked
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { ...column('when'), rowHeader: true, cell: ({ slot }) => formatSpan(slot.start, slot.end, locale) },
          { ...column('room'), cell: ({ roomName }) => roomName },
          { ...column('who'), cell: ({ personName }) => personName },
          { ...column('since'), cell: ({ joinedAt }) => formatMoment(joinedAt, locale) },
          { ...column('state'), cell: (entry) => <Standing entry={entry} /> },
          {
            ...column('booking'),
            cell: ({ bookingId }) => (bookingId === null ? '–' : <a href={`/admin/bestillinger/${bookingId}`}>{t('lines.booking')}</a>),
          },
        ]}
      />
      {(page > 1 || hasMore) && (
        <Pagination
          label={t('lines.pages')}
          previous={page > 1 ? { label: t('lines.previous'), href: `/admin/venteliste?side=${page - 1}` } : undefined}
          next={hasMore ? { label: t('lines.next'), href: `/admin/venteliste?side=${page + 1}` } : undefined}
          status={t('lines.page', { page })}
        />
      )}
    </>
  );
}
