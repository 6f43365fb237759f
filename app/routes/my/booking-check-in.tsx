import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { VisitView } from '~/components/visits/visit-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { getVisitor } from '~/http/visitor.server';
import { now } from '~/infrastructure/clock.server';
import { checkIn } from '~/modules/bookings/visits/check-in.server';
import { loadVisit } from '~/modules/bookings/visits/visit.queries.server';
import styles from '~/styles/visits.css?url';

const SAID = ['rom', 'skade'] as const;

export const handle = { i18n: ['common', 'doors'] };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The page of somebody who is at the door, in the room, or has just left it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const visitor = await getVisitor(request);
  const visit = await loadVisit(visitor, id, now());
  if (!visit) {
    await requireViewer(request);
    throw notFound();
  }
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  const asked = new URL(request.url).searchParams.get('sagt');
  const said = SAID.find((word) => word === asked) ?? null;
  return { visit, said, signedIn: visitor.actor.personId !== null, title: t('visit.metaTitle', { room: visit.roomName }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params.id);
  const form = await parseForm(request, z.object({ occurrence: z.guid() }));
  if (!form.ok) throw new Response(null, { status: 400 });
  const done = await checkIn(await getVisitor(request), form.value.occurrence, now());
  if (done.ok) return redirect(`/bestilling/${id}/innsjekk`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  return data({ code: done.code }, { status: refusalStatus(done.code) });
}

export default function BookingCheckInPage() {
  const { visit, signedIn, said } = useLoaderData<typeof loader>();
  return <VisitView visit={visit} signedIn={signedIn} said={said} refusal={useActionData<typeof action>()?.code ?? null} />;
}
