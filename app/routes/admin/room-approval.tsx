import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoomApprovalForm } from '~/components/settings/room-approval-form';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { parseForm } from '~/http/form.server';
import { pageMeta } from '~/http/meta';
import { answerRoomChange, formAgain, isSaved, requireRoomSettings } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { approvalFields } from '~/modules/rooms/settings/room-fields';
import { roomApprovalForm } from '~/modules/rooms/settings/room-settings.schema';
import { setRoomApproval } from '~/modules/rooms/settings/set-room-approval.server';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.room.name ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const settings = await requireRoomSettings(request, params['slug']);
  const { slug, name, bookable } = settings.room;
  const { parts, whole } = settings;
  return { room: { slug, name, bookable }, parts, whole, values: approvalFields(settings), saved: isSaved(request) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const form = await parseForm(request, roomApprovalForm);
  if (!form.ok) return formAgain(form.values, form.errors);
  return answerRoomChange(await setRoomApproval(actor, slug, form.value), slug, '/godkjenning', form.values);
}

export default function RoomApprovalPage() {
  const { room, parts, whole, values, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RoomSettingsFrame room={room} saved={saved} stale={answer?.stale ?? false}>
      <RoomApprovalForm
        key={answer ? 'typed' : values['versjon']}
        parts={parts}
        whole={whole}
        values={answer?.values ?? values}
        errors={answer?.errors ?? {}}
      />
    </RoomSettingsFrame>
  );
}
