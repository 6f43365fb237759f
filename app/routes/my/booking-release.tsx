import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ReleaseView } from '~/components/released/release-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { releaseTime } from '~/modules/bookings/released/release-time.server';
import { loadReleasePage } from '~/modules/bookings/released/released.queries.server';
import { takeBackTime } from '~/modules/bookings/released/take-back-time.server';

const SAID = ['released', 'taken_back'] as const;

export const handle = { i18n: ['common', 'released'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** One date of a series: what giving it back means, or what has become of it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request);
  const asked = new URL(request.url).searchParams;
  const named = asked.get('dato');
  const page = await loadReleasePage(actor, { bookingId, occurrenceId: named === null ? null : requireId(named) }, now());
  if (!page.ok) throw notFound();
  const title = i18nFor(localeOf(request)).getFixedT(null, 'released')('metaTitle');
  return { title, page: page.value, said: SAID.find((word) => word === asked.get('sagt')) ?? null };
}

const releaseForm = z.object({ step: z.enum(['release', 'take_back'], 'invalid'), dato: z.uuid('invalid') });

export async function action({ params, request }: ActionFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${bookingId}`);
  const form = await parseForm(request, releaseForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { step, dato: occurrenceId } = form.value;
  const date = { bookingId, occurrenceId };
  const done = step === 'release' ? await releaseTime(actor, date, now()) : await takeBackTime(actor, date, now());
  const here = `/bestilling/${bookingId}/gi-fra?dato=${occurrenceId}`;
  if (done.ok) return redirect(`${here}&sagt=${step === 'release' ? 'released' : 'taken_back'}`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  return data({ refusal: done.code }, { status: 409 });
}

export default function BookingReleasePage() {
  const { page, said } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return <ReleaseView page={page} refusal={refusal} said={said} />;
}
