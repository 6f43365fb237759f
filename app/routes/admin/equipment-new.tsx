import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EquipmentForm } from '~/components/equipment/equipment-form';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { addEquipment } from '~/modules/bookings/equipment/add-equipment.server';
import { newEquipmentSchema } from '~/modules/bookings/equipment/equipment-change.schema';
import { listOfferingRooms } from '~/modules/bookings/equipment/equipment-desk.queries.server';

export const handle = { i18n: ['equipment', 'settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'equipment.edit');
  const values: Record<string, string> = { nokkel: randomUUID(), antall: '1', minst: '0', frist: '0' };
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'equipment')('newTitle'), rooms: await listOfferingRooms(), values };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'equipment.edit');
  const form = await parseForm(request, newEquipmentSchema);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const added = await addEquipment(actor, form.value);
  if (added.ok) return redirect(`/admin/utstyr/${added.value.itemId}?sagt=added`, { status: 303 });
  if (added.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ values: form.values, errors: { rom: added.code } }, { status: 422 });
}

export default function NewEquipmentPage() {
  const { t } = useTranslation('equipment');
  const { rooms, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/utstyr" label={t('back')} />
      <AdminHead title={t('newTitle')} note={t('newNote')} />
      <EquipmentForm item={null} rooms={rooms} values={answer?.values ?? values} errors={answer?.errors ?? {}} />
    </>
  );
}
