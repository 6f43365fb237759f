import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AtTheDoor } from '~/components/visits/at-the-door';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { minutesToWait, networkAddressOf, retryAfter } from '~/http/rate-limit.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { getViewer } from '~/http/viewer.server';
import { rememberVisit } from '~/http/visitor.server';
import { now } from '~/infrastructure/clock.server';
import { proveVisit } from '~/modules/bookings/visits/prove-visit.server';
import { findRoomAtDoor, findVisitInRoom } from '~/modules/bookings/visits/visit.queries.server';
import { visitProofSchema } from '~/modules/bookings/visits/visit.schema';

export const handle = { i18n: ['common', 'doors'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [...pageMeta(data?.title ?? ''), { name: 'robots', content: 'noindex' }];

/** Where the QR code at a door leads: to the booking of whoever is signed in, or to the question whose booking it is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const [room, viewer] = await Promise.all([findRoomAtDoor(slug), getViewer(request)]);
  if (!room) throw notFound();
  const visit = viewer && (await findVisitInRoom(viewer.actor, slug, now()));
  if (visit) throw redirect(`/bestilling/${visit.bookingId}/innsjekk`, { status: 303 });
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  return { slug, room, signedIn: viewer !== null, title: t('atDoor.metaTitle', { room: room.name }) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const roomSlug = params.slug ?? '';
  const form = await parseForm(request, visitProofSchema);
  if (!form.ok) return data({ errors: form.errors, values: form.values, minutes: 0 }, { status: 422 });
  const { referanse: reference, kode: code } = form.value;
  const proven = await proveVisit({ roomSlug, reference, code, networkAddress: networkAddressOf(context) }, now());
  if (proven.ok) {
    const headers = { 'Set-Cookie': await rememberVisit(proven.value) };
    return redirect(`/bestilling/${proven.value.bookingId}/innsjekk`, { status: 303, headers });
  }
  const answer = { errors: { form: proven.code }, values: form.values };
  if (proven.code === 'no_match') return data({ ...answer, minutes: 0 }, { status: 422 });
  const headers = retryAfter(proven.waitSeconds);
  return data({ ...answer, minutes: minutesToWait(proven.waitSeconds) }, { status: refusalStatus(proven.code), headers });
}

export default function RoomCheckInPage() {
  const { slug, room, signedIn } = useLoaderData<typeof loader>();
  return <AtTheDoor slug={slug} room={room} signedIn={signedIn} refused={useActionData<typeof action>() ?? null} />;
}
