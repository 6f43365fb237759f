import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { RoomUseForm } from '~/components/settings/room-use-form';
import { parseForm } from '~/http/form.server';
import { pageMeta } from '~/http/meta';
import { answerRoomChange, formAgain, isSaved, requireRoomSettings } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { usageFields } from '~/modules/rooms/settings/room-fields';
import { roomUseForm } from '~/modules/rooms/settings/room-settings.schema';
import { setRoomUse } from '~/modules/rooms/settings/set-room-use.server';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.room.name ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const settings = await requireRoomSettings(request, params['slug']);
  const { slug, name, bookable } = settings.room;
  return { room: { slug, name, bookable }, policies: settings.policies, values: usageFields(settings), saved: isSaved(request) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const form = await parseForm(request, roomUseForm);
  if (!form.ok) return formAgain(form.values, form.errors);
  const changed = await setRoomUse(actor, slug, form.value);
  if (!changed.ok && changed.code === 'unknown_policy') return formAgain(form.values, { avbestilling: changed.code });
  return answerRoomChange(changed, slug, '/bruk', form.values);
}

export default function RoomUsePage() {
  const { room, policies, values, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RoomSettingsFrame room={room} saved={saved} stale={answer?.stale ?? false}>
      <RoomUseForm
        key={answer ? 'typed' : values['versjon']}
        policies={policies}
        values={answer?.values ?? values}
        errors={answer?.errors ?? {}}
      />
    </RoomSettingsFrame>
  );
}
