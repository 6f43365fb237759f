import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDay, formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { PriceBand, PriceTime } from '~/modules/pricing/price-list';
import type { PriceListPage } from '~/modules/pricing/price-list.queries.server';
import { PageHead } from '../layout/page-head';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { useLocale } from './use-locale';

/** What rooms and equipment cost, and who gets support. */
export function PriceListView({ prices }: { prices: PriceListPage }) {
  const { t } = useTranslation('rooms');
  const locale = useLocale();
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
          rows={prices.rooms}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'room', header: t('prices.room'), rowHeader: true, cell: ({ slug, name }) => <a href={`/rom/${slug}`}>{name}</a> },
            { key: 'price', header: t('prices.price'), cell: ({ times, rigTimes }) => <RoomPrices times={times} rigTimes={rigTimes} /> },
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

/** What a room costs when, and for rigging. */
function RoomPrices({ times, rigTimes }: Pick<PriceListPage['rooms'][number], 'times' | 'rigTimes'>) {
  const { t } = useTranslation('rooms');
  const locale = useLocale();
  const lines = [
    ...times.map((time) => ({ text: timeText(time, times.length, t, locale), time })),
    ...rigTimes.map((time) => ({
      text: time.isRest && rigTimes.length === 1 ? t('prices.rig') : `${t('prices.rig')}, ${timeText(time, rigTimes.length, t, locale)}`,
      time,
    })),
  ];
  return (
    <ul className="price-times">
      {lines.map(({ text, time }) => (
        <li key={text}>
          <span>{text}</span>
          <span className="num">{formatOre(time.grossPerHourOre, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "Mandag–fredag kl. 08.00–16.00", "Ellers", or "Hele uken". */
function timeText({ bands, isRest }: PriceTime, count: number, t: TFunction<'rooms'>, locale: Locale): string {
  if (isRest) return t(count === 1 ? 'prices.always' : 'prices.rest');
  return bands.map((band) => bandText(band, t, locale)).join('; ');
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
