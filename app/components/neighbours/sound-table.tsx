import { useTranslation } from 'react-i18next';
import type { SoundRoom } from '~/modules/rooms/neighbours/neighbours-page.queries.server';
import { Table } from '../ui/table';

/** How loud each room usually is, and which rooms hear it. */
export function SoundTable({ rooms, mayEdit }: { rooms: readonly SoundRoom[]; mayEdit: boolean }) {
  const { t } = useTranslation('neighbours');
  const pairs = ({ neighbours }: SoundRoom) => neighbours.map(({ name, effect }) => `${name} (${t(`effect.${effect}`).toLowerCase()})`);
  return (
    <Table
      caption={t('overview.caption')}
      hideCaption
      stacked
      rows={rooms}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'room',
          header: t('overview.room'),
          rowHeader: true,
          cell: ({ slug, name }) => (mayEdit ? <a href={`/admin/rom/${slug}/naboer`}>{name}</a> : name),
        },
        { key: 'building', header: t('overview.building'), cell: ({ buildingName }) => buildingName },
        { key: 'class', header: t('class.label'), cell: ({ soundClass }) => t(`class.${soundClass}`) },
        { key: 'neighbours', header: t('overview.neighbours'), cell: (room) => pairs(room).join(', ') || t('overview.none') },
      ]}
    />
  );
}
