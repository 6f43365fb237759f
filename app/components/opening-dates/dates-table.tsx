import { useTranslation } from 'react-i18next';
import { formatDay, formatMinute } from '~/lib/format-time';
import type { OpeningDate } from '~/modules/bookings/opening-dates/opening-dates.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';

/** Dates with other hours, with the way to change each. */
export function DatesTable({ dates }: { dates: readonly OpeningDate[] }) {
  const { t } = useTranslation('openingDates');
  const locale = useLocale();
  if (dates.length === 0) return <p>{t('none')}</p>;
  return (
    <Table
      caption={t('listTitle')}
      hideCaption
      stacked
      rows={dates}
      rowKey={({ id }) => id}
      columns={[
        { key: 'date', header: t('date'), rowHeader: true, cell: ({ date }) => formatDay(date, locale, { year: true }) },
        { key: 'place', header: t('place'), label: t('place'), cell: ({ placeName }) => placeName ?? t('house') },
        {
          key: 'hours',
          header: t('hours'),
          label: t('hours'),
          cell: ({ hours }) =>
            hours === null
              ? t('closed')
              : t('span', { from: formatMinute(hours.fromMinute, locale), to: formatMinute(hours.toMinute, locale) }),
        },
        { key: 'reason', header: t('reason'), label: t('reason'), cell: ({ reason }) => reason[locale] },
        {
          key: 'change',
          header: <span className="visually-hidden">{t('change')}</span>,
          cell: (row) => (
            <a href={addressOf(row)}>
              {t('remove')}
              <span className="visually-hidden">
                {' '}
                {formatDay(row.date, locale)}, {row.placeName ?? t('house')}
              </span>
            </a>
          ),
        },
      ]}
    />
  );
}

/** The page with the hours of the week chosen for the date again. */
function addressOf({ place, date }: OpeningDate): string {
  return `?${new URLSearchParams({ hva: place, fraDato: date, hvordan: 'ordinary' }).toString()}`;
}
