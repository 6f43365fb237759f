import { useTranslation } from 'react-i18next';
import { formatDuration } from '~/lib/format-time';
import type { RoomSettingsLine } from '~/modules/rooms/settings/room-settings.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** Every room of the house with what is set for it. */
export function RoomSettingsTable({ rooms }: { rooms: readonly RoomSettingsLine[] }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const duration = (minutes: number) => formatDuration(minutes, locale);
  return (
    <Table
      caption={t('rooms.caption')}
      hideCaption
      stacked
      rows={rooms}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'room',
          header: t('rooms.room'),
          rowHeader: true,
          cell: ({ slug, name, bookable }) => (
            <>
              <a href={`/admin/rom/${slug}`}>{name}</a> {!bookable && <Tag tone="straw">{t('rooms.outOfUse')}</Tag>}
            </>
          ),
        },
        {
          key: 'kind',
          header: t('rooms.kind'),
          cell: ({ kind, partOf }) => (partOf ? t('rooms.partOf', { whole: partOf }) : common(`roomKind.${kind}`)),
        },
        { key: 'building', header: t('rooms.building'), cell: ({ buildingName }) => buildingName },
        { key: 'people', header: t('rooms.people'), cell: ({ capacity }) => capacity },
        {
          key: 'length',
          header: t('rooms.length'),
          cell: ({ minMinutes, maxMinutes }) => t('rooms.lengthValue', { min: duration(minMinutes), max: duration(maxMinutes) }),
        },
        {
          key: 'around',
          header: t('rooms.around'),
          cell: ({ setupMinutes, cleanupMinutes }) =>
            setupMinutes + cleanupMinutes === 0
              ? '–'
              : t('rooms.aroundValue', { before: duration(setupMinutes), after: duration(cleanupMinutes) }),
        },
        {
          key: 'approval',
          header: t('rooms.approval'),
          cell: ({ slug, approvalHours }) => (
            <a href={`/admin/rom/${slug}/godkjenning`}>
              {approvalHours === null ? t('rooms.noApproval') : t('rooms.approvalValue', { count: approvalHours })}
            </a>
          ),
        },
      ]}
    />
  );
}
