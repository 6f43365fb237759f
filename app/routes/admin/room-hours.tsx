import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoomHoursForm } from '~/components/settings/room-hours-form';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { parseForm } from '~/http/form.server';
import { pageMeta } from '~/http/meta';
import { answerRoomChange, formAgain, isSaved, requireRoomSettings } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { hoursFields } from '~/modules/rooms/settings/room-fields';
import { roomHoursForm } from '~/modules/rooms/settings/room-settings.schema';
import { setOpeningHours } from '~/modules/rooms/settings/set-opening-hours.server';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.room.name ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const settings = await requireRoomSettings(request, params['slug']);
  const { slug, name, bookable } = settings.room;
  const values = hoursFields(settings);
  return {
    room: { slug, name, bookable },
    plannedFrom: settings.week.from > settings.today ? settings.week.from : null,
    twice: new URL(request.url).searchParams.get('delt') === 'ja' || Object.keys(values).some((field) => field.endsWith('b')),
    ...{ values, saved: isSaved(request) },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const form = await parseForm(request, roomHoursForm);
  if (!form.ok) return formAgain(form.values, form.errors);
  const { version, week } = form.value;
  const changed = await setOpeningHours(actor, { slug, version }, week, now());
  if (!changed.ok && changed.code === 'past') return formAgain(form.values, { fraDato: changed.code });
  return answerRoomChange(changed, slug, '/apningstider', form.values);
}

export default function RoomHoursPage() {
  const { room, plannedFrom, twice, values, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RoomSettingsFrame room={room} saved={saved} stale={answer?.stale ?? false}>
      <RoomHoursForm
        key={answer ? 'typed' : values['versjon']}
        plannedFrom={plannedFrom}
        twice={twice}
        values={answer?.values ?? values}
        errors={answer?.errors ?? {}}
      />
    </RoomSettingsFrame>
  );
}
