import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { WishView } from '~/components/rules/wish-view';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { draftQuery, payerValue, readBookingDraft } from '~/modules/bookings/booking-draft';
import { slotFrom } from '~/modules/bookings/slot-from';
import { tellWish } from '~/modules/bookings/rules/tell-wish.server';
import { loadWishPage } from '~/modules/bookings/rules/wish-page.queries.server';

export const handle = { i18n: ['common', 'booking', 'rules'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The time that a rule stands in the way of; it stands in the address, as on the booking page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor, input, draft } = await wishOf(request, params.slug ?? '');
  const page = await loadWishPage(actor, input, now());
  if (!page) throw notFound();
  const title = i18nFor(localeOf(request)).getFixedT(null, 'rules')('wish.metaTitle', { room: page.roomName });
  return { page, slot: input.slot, bookPath: `/rom/${input.roomSlug}/bestill?${draftQuery(draft)}`, title };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor, input, draft } = await wishOf(request, params.slug ?? '');
  const told = await tellWish(actor, input, now());
  if (told.ok) return redirect(`/rom/${input.roomSlug}/si-fra?${draftQuery(draft)}`, { status: 303 });
  if (told.code === 'unknown_room' || told.code === 'not_allowed') throw notFound();
  return data({ refusal: told }, { status: 409 });
}

async function wishOf(request: Request, roomSlug: string) {
  const { person, actor, organisations } = await requireViewer(request);
  const draft = readBookingDraft(new URL(request.url).searchParams);
  const slot = slotFrom(draft);
  if (!slot.ok) throw notFound();
  const organisationId = organisations.find((organisation) => payerValue(organisation) === draft.betaler)?.id ?? null;
  const people = /^[1-9]\d{0,3}$/.test(draft.antall) ? Number(draft.antall) : 1;
  return { actor: { ...actor, personId: person.id }, draft, input: { roomSlug, slot: slot.value, people, organisationId } };
}

export default function RoomWishPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <WishView {...loaded} refusal={answer?.refusal ?? loaded.page.refusal} />;
}
