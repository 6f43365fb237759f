import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { NewRoomForm } from '~/components/settings/new-room-form';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { addRoom, type AddRoomRefusal } from '~/modules/rooms/settings/add-room.server';
import { listNewRoomChoices } from '~/modules/rooms/settings/new-room.queries.server';
import { newRoomForm } from '~/modules/rooms/settings/new-room.schema';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'room.edit');
  const values: Record<string, string> = { nokkel: randomUUID(), minst: '1', hoyst: '8' };
  const title = i18nFor(localeOf(request)).getFixedT(null, 'settings')('newRoom.title');
  return { title, choices: await listNewRoomChoices(), values };
}

/** The field at which each refusal is told. */
const AT: Record<Exclude<AddRoomRefusal['code'], 'not_allowed'>, string> = {
  address_taken: 'adresse',
  unknown_building: 'bygning',
  cannot_divide: 'delAv',
};

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const form = await parseForm(request, newRoomForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const added = await addRoom(actor, form.value);
  if (added.ok) return redirect(`/admin/rom/${added.value.slug}?sagt=lagret`, { status: 303 });
  if (added.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ values: form.values, errors: { [AT[added.code]]: added.code } }, { status: added.code === 'address_taken' ? 409 : 422 });
}

export default function NewRoomPage() {
  const { t } = useTranslation('settings');
  const { choices, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/rom" label={t('rooms.back')} />
      <AdminHead title={t('newRoom.title')} note={t('newRoom.note')} />
      <NewRoomForm choices={choices} values={answer?.values ?? values} errors={answer?.errors ?? {}} />
    </>
  );
}
