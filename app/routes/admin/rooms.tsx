import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { RoomSettingsTable } from '~/components/settings/room-settings-table';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { listRoomSettings } from '~/modules/rooms/settings/room-settings.queries.server';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'room.edit');
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'settings')('rooms.metaTitle'), rooms: await listRoomSettings() };
}

export default function RoomsSettingsPage() {
  const { t } = useTranslation('settings');
  const { rooms } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminHead title={t('rooms.title')} note={t('rooms.note')} />
      <p>
        <a href="/admin/rom/ny">{t('newRoom.title')}</a> · <a href="/admin/apningsdager">{t('rooms.otherHours')}</a>
      </p>
      <div className="desk-gap">
        <RoomSettingsTable rooms={rooms} />
      </div>
    </>
  );
}
