import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDay, formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { PriceBand } from '~/modules/pricing/price-list';
import type { PriceListPage } from '~/modules/pricing/price-list.queries.server';
import { PageHead } from '../layout/page-head';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { useLocale } from './use-locale';

/** What rooms and equipment cost, and who gets support. */
export function PriceListView({ prices }: { prices: PriceListPage }) {
  const { t } = useTranslation('rooms');
  const locale = useLocale();
  const rows = prices.rooms.flatMap((room) => [
    ...room.bands.map((band, index) => ({ ...room, band, rig: false, key: `${room.slug}-${index}` })),
    ...room.rigBands.map((band, index) => ({ ...room, band, rig: true, key: `${room.slug}-rig-${index}` })),
  ]);
  return (
    <div className="wrap page stack">
      <PageHead title={t('prices.title')} lead={t('prices.intro')} />
      <p className="muted">{t('prices.validFrom', { date: formatDay(prices.validFrom, locale, { year: true, long: true }) })}</p>
      <section className="section" aria-labelledby="support">
        <SectionHeader id="support" title={t('prices.supportTitle')} />
        <ul className="prose">
          {prices.supports.map(({ label, payer, shareBp }) => (
            <li key={label.nb}>
              {t('prices.supportText', { label: label[locale], payer: payer[locale], share: formatShare(shareBp, locale) })}
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="rooms">
        <SectionHeader id="rooms" title={t('prices.roomsTitle')} />
        <Table
          caption={t('prices.roomsTitle')}
          hideCaption
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'room', header: t('prices.room'), rowHeader: true, cell: (row) => <a href={`/rom/${row.slug}`}>{row.name}</a> },
            { key: 'band', header: t('prices.band'), cell: (row) => (row.rig ? t('prices.rig') : bandText(row.band, t, locale)) },
            { key: 'price', header: t('prices.price'), align: 'end', cell: (row) => formatOre(row.band.grossPerHourOre, locale) },
          ]}
        />
      </section>
      <section className="section" aria-labelledby="equipment">
        <SectionHeader id="equipment" title={t('prices.equipmentTitle')} />
        <Table
          caption={t('prices.equipmentTitle')}
          hideCaption
          rows={prices.equipment}
          rowKey={(row) => row.slug}
          columns={[
            { key: 'item', header: t('prices.item'), rowHeader: true, cell: (row) => row.name[locale] },
            {
              key: 'price',
              header: t('prices.perBooking'),
              align: 'end',
              cell: (row) =>
                row.hourly ? t('prices.hourly', { price: formatOre(row.grossOre, locale) }) : formatOre(row.grossOre, locale),
            },
          ]}
        />
        <p className="small muted">{t('prices.vatNote', { share: formatShare(prices.equipmentVatBp, locale) })}</p>
      </section>
    </div>
  );
}

const MINUTES_A_DAY = 1_440;

/** Mandag–fredag kl. 16.00–24.00. */
function bandText({ weekdays, fromMinute, toMinute }: PriceBand, t: TFunction<'rooms'>, locale: Locale): string {
  const days = daysText(weekdays, t, locale);
  if (fromMinute === 0 && toMinute === MINUTES_A_DAY) return t('prices.bandAllDay', { days });
  return t('prices.bandHours', { days, from: formatMinute(fromMinute, locale), to: formatMinute(toMinute, locale) });
}

function daysText(weekdays: readonly number[], t: TFunction<'rooms'>, locale: Locale): string {
  const key = weekdays.join();
  if (key === '1,2,3,4,5,6,7') return t('prices.allWeek');
  if (key === '1,2,3,4,5') return t('prices.weekdays');
  if (key === '6,7') return t('prices.weekend');
  // 1 January 2024 was a Monday.
  const names = weekdays.map(
    (weekday) => formatDay(`2024-01-0${weekday}` as `${number}-${number}-${number}`, locale, { long: true }).split(' ')[0],
  );
  return names.join(', ');
}
