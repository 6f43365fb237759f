import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HandoverView } from '~/components/visits/handover-view';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { readPhoto } from '~/http/photo.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { getVisitor } from '~/http/visitor.server';
import { now } from '~/infrastructure/clock.server';
import { handOver } from '~/modules/bookings/visits/hand-over.server';
import { loadHandover } from '~/modules/bookings/visits/handover.queries.server';
import { HANDOVER_MOMENTS, handoverSchema } from '~/modules/bookings/visits/visit.schema';
import styles from '~/styles/visits.css?url';

export const handle = { i18n: ['common', 'doors'] };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** `?nar=start`: how the room was found; else how it is left. */
function momentOf(request: Request) {
  return HANDOVER_MOMENTS[new URL(request.url).searchParams.get('nar') === 'start' ? 'start' : 'slutt'];
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const bookingId = requireId(params.id);
  const page = await loadHandover(await getVisitor(request), { bookingId, moment: momentOf(request) }, now());
  if (!page) {
    await requireViewer(request);
    throw notFound();
  }
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  return { page, title: t('handover.metaTitle', { room: page.visit.roomName }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params.id);
  const posted = await readForm(request);
  const form = await parseForm(posted, handoverSchema);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });
  const { occurrence: occurrenceId, punkt: doneItemIds, merknad: note } = form.value;
  const input = { occurrenceId, moment: momentOf(request), doneItemIds, note, photo: await readPhoto(posted, 'bilde') };
  const done = await handOver(await getVisitor(request), input, now());
  if (done.ok) return redirect(`/bestilling/${id}/innsjekk?sagt=rom`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  const isPhoto = done.code === 'photo_too_large' || done.code === 'photo_wrong_type';
  return data({ errors: { [isPhoto ? 'bilde' : 'form']: done.code }, values: form.values }, { status: refusalStatus(done.code) });
}

export default function BookingHandoverPage() {
  const { page } = useLoaderData<typeof loader>();
  return <HandoverView page={page} refused={useActionData<typeof action>() ?? null} />;
}
