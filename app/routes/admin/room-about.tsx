import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoomAboutForm, RoomOfferForm } from '~/components/settings/room-about-form';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { parseForm, readForm } from '~/http/form.server';
import { pageMeta } from '~/http/meta';
import { answerRoomChange, formAgain, isSaved, requireRoomSettings } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { openRoom } from '~/modules/pricing/opening/open-room.server';
import { findRoomGaps } from '~/modules/pricing/opening/room-gaps.queries.server';
import { describeRoom } from '~/modules/rooms/settings/describe-room.server';
import { aboutFields } from '~/modules/rooms/settings/room-fields';
import { roomAboutForm, roomOfferForm } from '~/modules/rooms/settings/room-settings.schema';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.room.name ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const settings = await requireRoomSettings(request, params['slug']);
  const { slug, name, bookable, version } = settings.room;
  const gaps = bookable ? [] : await findRoomGaps(slug, now());
  return { room: { slug, name, bookable }, version, gaps, values: aboutFields(settings), saved: isSaved(request) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const posted = await readForm(request);
  if (posted.get('intent') !== 'about') {
    const offer = await parseForm(posted, roomOfferForm);
    if (!offer.ok) throw new Response(null, { status: 422 });
    const opened = await openRoom(actor, slug, offer.value, now());
    // The page tells what is missing.
    if (!opened.ok && opened.code === 'not_ready') throw redirect(`/admin/rom/${slug}`, { status: 303 });
    const answer = await answerRoomChange(opened, slug, '', {});
    return answer;
  }
  const form = await parseForm(posted, roomAboutForm);
  if (!form.ok) return formAgain(form.values, form.errors);
  return answerRoomChange(await describeRoom(actor, slug, form.value), slug, '', form.values);
}

export default function RoomAboutPage() {
  const { room, version, gaps, values, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer && 'navn' in answer.values;
  return (
    <RoomSettingsFrame room={room} saved={saved} stale={answer?.stale ?? false}>
      <RoomAboutForm key={typed ? 'typed' : version} values={typed ? answer.values : values} errors={answer?.errors ?? {}} />
      <RoomOfferForm version={Number(answer?.stale ? answer.values['versjon'] : version)} room={room} gaps={gaps} />
    </RoomSettingsFrame>
  );
}
