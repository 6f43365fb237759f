import { useTranslation } from 'react-i18next';
import { formatClockSpan } from '~/lib/format-time';
import { addMinutes } from '~/lib/interval';
import type { SeenHouseDay, SeenUse } from '~/modules/bookings/house/house-names';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { StateTag } from './state-tag';

type Line = { key: string; use: SeenUse; room: SeenHouseDay['rooms'][number] };

/** Who comes when, through which door, and what is to be rigged: on the screen below the board, and on paper for the host. */
export function DaySheet({ day, bookingLinks }: { day: SeenHouseDay; bookingLinks: boolean }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const lines = day.rooms
    .flatMap((room) =>
      room.uses
        .filter((use) => use.usedRoom === null && !(use.kind === 'booking' && use.kept))
        .map((use): Line => ({ key: `${room.id}${use.start.toISOString()}`, use, room })),
    )
    .toSorted((a, b) => a.use.start.getTime() - b.use.start.getTime());
  return (
    <Table
      caption={t('calendar.sheetCaption')}
      stacked
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: 'who', header: t('calendar.column.who'), rowHeader: true, cell: ({ use }) => <Who use={use} link={bookingLinks} /> },
        { key: 'time', header: t('calendar.column.time'), cell: ({ use }) => formatClockSpan(use.start, use.end, locale) },
        { key: 'room', header: t('calendar.column.room'), cell: ({ room }) => room.name },
        { key: 'door', header: t('calendar.column.door'), cell: ({ room }) => room.buildingName },
        { key: 'people', header: t('calendar.column.people'), cell: ({ use }) => (use.kind === 'booking' ? use.people : '–') },
        { key: 'setup', header: t('calendar.column.setup'), cell: (line) => <Setup {...line} /> },
      ]}
    />
  );
}

function Who({ use, link }: { use: SeenUse; link: boolean }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  if (use.kind === 'taken') return <>{t('desk.taken')}</>;
  if (use.kind === 'closure') return <>{t('desk.closed', { reason: use.reason[locale] })}</>;
  if (use.kind === 'lease') return <>{t('calendar.leased', { name: use.who })}</>;
  const notes = [use.purpose, use.who === use.personName ? '' : use.personName, use.phone ?? ''].filter(Boolean).join(', ');
  return (
    <span>
      {link ? <a href={`/admin/bestillinger/${use.bookingId}`}>{use.who}</a> : use.who}{' '}
      {use.state !== 'confirmed' && <StateTag state={use.state} />}
      {notes && <span className="cell-note">{notes}</span>}
    </span>
  );
}

/** When the room is to be ready and cleared, and what goes into it. */
function Setup({ use, room }: Line) {
  const locale = useLocale();
  const { t } = useTranslation('admin');
  if (use.kind !== 'booking') return <>–</>;
  const rigged = room.setupMinutes > 0 || room.cleanupMinutes > 0;
  const span = formatClockSpan(addMinutes(use.start, -room.setupMinutes), addMinutes(use.end, room.cleanupMinutes), locale);
  const things = use.equipment.map(({ nameNb, nameEn, quantity }) => `${quantity} × ${locale === 'nb' ? nameNb : nameEn}`);
  const parts = [...(rigged ? [t('calendar.rig', { span })] : []), ...things];
  return <>{parts.length > 0 ? parts.join(', ') : '–'}</>;
}
