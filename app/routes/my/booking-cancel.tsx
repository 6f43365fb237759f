import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { CancelDatesView } from '~/components/series/cancel-dates-view';
import { AbandonView, CancelView } from '~/components/my/cancel-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { cleanText } from '~/lib/text';
import { abandonBooking } from '~/modules/bookings/abandon-booking.server';
import { cancelBooking } from '~/modules/bookings/cancel-booking.server';
import { cancelDates } from '~/modules/bookings/series/cancel-dates.server';
import { CANCELLATION_SCOPES } from '~/modules/bookings/series/cancellation-scope';
import { previewDatesCancellation } from '~/modules/bookings/series/dates-cancellation.queries.server';
import { previewCancellation } from '~/modules/bookings/cancellation-preview.queries.server';

export const handle = { i18n: ['common', 'booking', 'series'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What cancelling now would give back. A booking that is still unpaid is simply given up; what is over has nothing to cancel. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request);
  const chosen = new URL(request.url).searchParams.get('dato');
  const dates = chosen === null ? null : await previewDatesCancellation(actor, id, requireId(chosen), now());
  if (dates?.ok)
    return { id, title: i18nFor(localeOf(request)).getFixedT(null, 'series')('cancel.title'), preview: null, dates: dates.value };
  const preview = await previewCancellation(actor, id, { waive: false }, now());
  const title = i18nFor(localeOf(request)).getFixedT(null, 'booking')('cancelPage.metaTitle');
  if (preview.ok) return { id, title, preview: preview.value, dates: null };
  if (preview.code === 'not_found') throw notFound();
  if (preview.code === 'not_confirmed') return { id, title, preview: null, dates: null };
  throw redirect(`/bestilling/${id}`, { status: 303 });
}

const cancelForm = z.object({
  refundOre: z
    .string()
    .regex(/^\d{1,9}$/, 'invalid')
    .transform(Number)
    .optional(),
  reason: z
    .string()
    .max(2_000, 'too_long')
    .default('')
    .transform((text) => cleanText(text, { max: 500 })),
  step: z.enum(['cancel', 'abandon', 'dates'], 'invalid'),
  occurrenceId: z.uuid('invalid').optional(),
  scope: z.enum(CANCELLATION_SCOPES, 'invalid').default('this'),
});

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${id}/avbestill`);
  const form = await parseForm(request, cancelForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { step, refundOre, reason, scope, occurrenceId = '' } = form.value;
  const done =
    step === 'dates'
      ? await cancelDates(actor, { bookingId: id, occurrenceId, scope, shown: form.values[`shown.${scope}`] ?? '', reason }, now())
      : step === 'abandon'
        ? await abandonBooking(actor, id, now())
        : await cancelBooking(actor, { bookingId: id, waive: false, reason, confirmedRefundOre: refundOre ?? -1 }, now());
  if (done.ok) return redirect(`/bestilling/${id}`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  // A policy step passed while the page was open: the loader shows the new amount, and asks again.
  return data({ refusal: done.code }, { status: done.code === 'refund_changed' ? 409 : 422 });
}

export default function CancelRoute() {
  const { id, preview, dates } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  if (dates) return <CancelDatesView preview={dates} refusal={refusal} />;
  return preview ? <CancelView preview={preview} refusal={refusal} /> : <AbandonView id={id} refusal={refusal} />;
}
