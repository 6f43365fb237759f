import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { leaseReference } from '~/modules/leases/lease';
import type { RentRoll } from '~/modules/leases/rent-roll.queries.server';
import type { RentRollRoom, Tenancy } from '~/modules/leases/rent-roll';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { STATE_TONES, termText, timesText } from './lease-words';

type Line = { key: string; room: RentRollRoom; tenancy: Tenancy | null };

/** Every place that is let by the month, and the sums of it. */
export function RentRollView({ rooms, sums }: RentRoll) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  if (rooms.length === 0) {
    return (
      <EmptyState level={2} title={t('noRooms')}>
        {t('noRoomsText')}
      </EmptyState>
    );
  }
  const lines = rooms.flatMap((room): Line[] =>
    room.tenancies.length === 0
      ? [{ key: room.id, room, tenancy: null }]
      : room.tenancies.map((tenancy) => ({ key: `${room.id}${tenancy.leaseId}`, room, tenancy })),
  );
  const numbers = [
    { key: 'rent', value: formatOre(sums.rentOre, locale, { decimals: 'auto' }) },
    { key: 'let', value: t('metres', { count: sums.letSquareMetres }) },
    { key: 'vacant', value: t('metres', { count: sums.vacantSquareMetres }) },
    { key: 'vacancy', value: formatOre(sums.vacancyOre, locale, { decimals: 'auto' }), note: t('vacancyNote') },
  ] as const;
  return (
    <section className="desk-section" aria-labelledby="roll">
      <SectionHeader id="roll" title={t('roll')} />
      <dl className="rent-numbers num">
        {numbers.map((number) => (
          <div key={number.key}>
            <dt>{t(`numbers.${number.key}`)}</dt>
            <dd>
              {number.value}
              {'note' in number && sums.vacancyOre > 0 && <span className="cell-note">{number.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Table
        caption={t('rollCaption')}
        stacked
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'place',
            header: t('place'),
            rowHeader: true,
            cell: ({ room }) => (
              <>
                {room.name}
                <span className="cell-note">
                  {room.buildingName}, {t('metres', { count: room.squareMetres })}
                </span>
              </>
            ),
          },
          { key: 'who', header: t('who'), cell: (line) => <Who {...line} /> },
          { key: 'time', header: t('time'), cell: ({ tenancy }) => (tenancy ? timesText(tenancy.times, t, locale) : '–') },
          { key: 'term', header: t('term'), cell: ({ tenancy }) => (tenancy ? termText(tenancy, t, locale) : '–') },
          {
            key: 'state',
            header: t('state'),
            cell: ({ tenancy }) => (tenancy ? <Tag tone={STATE_TONES[tenancy.state]}>{t(`states.${tenancy.state}`)}</Tag> : '–'),
          },
          {
            key: 'rent',
            header: t('rent'),
            align: 'end',
            cell: ({ tenancy }) => (
              <>
                {tenancy ? formatOre(tenancy.netOre, locale) : '–'}
                {tenancy?.internal && <span className="cell-note">{t('internal')}</span>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Who({ room, tenancy }: Line) {
  const { t } = useTranslation('leases');
  if (!tenancy) return room.bookable ? <span className="cell-note">{t('hourly')}</span> : <Tag tone="straw">{t('vacant')}</Tag>;
  return (
    <>
      <a href={`/admin/leieavtaler/${tenancy.leaseId}`}>{tenancy.who}</a>
      <span className="cell-note">{leaseReference(tenancy.number)}</span>
    </>
  );
}
