import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NeighboursView } from '~/components/neighbours/neighbours-view';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { isSaved } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { changeNeighbours, type NeighboursChange } from '~/modules/rooms/neighbours/change-neighbours.server';
import { loadNeighboursPage } from '~/modules/rooms/neighbours/neighbours-page.queries.server';
import { type NeighboursForm, neighboursForm } from '~/modules/rooms/neighbours/neighbours.schema';

export const handle = { i18n: ['settings', 'neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** How loud a room is, and the rooms that hear it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'room.edit');
  const page = await loadNeighboursPage(params.slug ?? '');
  if (!page) throw notFound();
  return {
    page,
    saved: isSaved(request),
    title: i18nFor(localeOf(request)).getFixedT(null, 'neighbours')('roomTitle', { room: page.room.name }),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params.slug ?? '';
  const form = await parseForm(request, neighboursForm);
  if (!form.ok) return data({ values: form.values, refused: form.errors['nabo'] ?? 'unknown_room' }, { status: 422 });
  const changed = await changeNeighbours(actor, slug, toChange(form.value));
  if (changed.ok) return redirect(`/admin/rom/${slug}/naboer?sagt=lagret`, { status: 303 });
  if (changed.code === 'not_found') throw notFound();
  if (changed.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ values: form.values, refused: changed.code }, { status: 422 });
}

function toChange(form: NeighboursForm): NeighboursChange {
  switch (form.intent) {
    case 'class':
      return { kind: 'class', soundClass: form.lydklasse };
    case 'pair':
      return { kind: 'pair', neighbourSlug: form.nabo, effect: form.virkning };
    case 'part':
      return { kind: 'part', neighbourSlug: form.nabo };
  }
}

export default function RoomNeighboursPage() {
  const { page, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RoomSettingsFrame room={page.room} saved={saved && !answer} stale={false}>
      <NeighboursView key={JSON.stringify(page.room)} page={page} values={answer?.values ?? null} refused={answer?.refused ?? null} />
    </RoomSettingsFrame>
  );
}
