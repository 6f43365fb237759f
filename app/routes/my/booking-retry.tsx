import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RetryView } from '~/components/series/retry-view';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { isUuid } from '~/lib/uuid';
import { payChange } from '~/modules/bookings/changes/pay-change.server';
import { readChoices } from '~/modules/bookings/changes/retry-choice';
import { retryDates } from '~/modules/bookings/changes/retry-dates.server';
import { previewRetry } from '~/modules/bookings/changes/retry-preview.queries.server';
import { retryForm } from '~/modules/bookings/changes/retry.schema';

export const handle = { i18n: ['common', 'booking', 'dates'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What has become of the dates that could not be had; first everything that has come free is chosen. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request);
  const { searchParams } = new URL(request.url);
  const named = searchParams.get('dato') ?? '';
  const question = { bookingId, occurrenceId: isUuid(named) ? named : null, choices: readChoices(searchParams) };
  const preview = await previewRetry(actor, question, now());
  if (!preview.ok && preview.code === 'not_found') throw notFound();
  if (!preview.ok) throw redirect(`/bestilling/${bookingId}`, { status: 303 });
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'dates')('retry.title'), preview: preview.value, requestKey: newId() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${bookingId}/datoer`);
  const fields = await readForm(request);
  const form = await parseForm(fields, retryForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { requestKey, vist: shown } = form.value;
  const wishes = readChoices(fields) ?? [];
  const done = await retryDates(actor, { bookingId, requestKey, wishes, shown }, now());
  if (!done.ok && done.code === 'not_found') throw notFound();
  if (!done.ok) {
    const again = await previewRetry(actor, { bookingId, occurrenceId: null, choices: wishes }, now());
    return data({ refusal: done, preview: again.ok ? again.value : null }, { status: refusalStatus(done.code) });
  }
  const { changeId, payNow } = done.value;
  if (!payNow) return redirect(`/bestilling/${bookingId}?endret=applied#datoer`, { status: 303 });
  const paying = await payChange(actor, changeId, now());
  return redirect(paying.ok ? paying.value.url : `/bestilling/${bookingId}?betaling=${paying.code}`, { status: 303 });
}

export default function RetryRoute() {
  const { preview, requestKey } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <RetryView preview={posted?.preview ?? preview} requestKey={requestKey} refusal={posted?.refusal ?? null} />;
}
