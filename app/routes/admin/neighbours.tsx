import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { SoundTable } from '~/components/neighbours/sound-table';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { can } from '~/modules/identity/permissions';
import { listSounds } from '~/modules/rooms/neighbours/neighbours-page.queries.server';

export const handle = { i18n: ['neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** How loud every room is, and which rooms hear each other. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.view');
  const rooms = (await listSounds()).filter(({ bookable }) => bookable);
  return { rooms, mayEdit: can(actor, 'room.edit'), title: i18nFor(localeOf(request)).getFixedT(null, 'neighbours')('metaTitle') };
}

export default function NeighboursPage() {
  const { t } = useTranslation('neighbours');
  const { rooms, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/regler" label={t('back')} />
      <AdminHead title={t('title')} note={t('note')} />
      <div className="desk-gap">
        <SoundTable rooms={rooms} mayEdit={mayEdit} />
      </div>
    </>
  );
}
