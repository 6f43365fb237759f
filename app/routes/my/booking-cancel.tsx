import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { CancelDatesView } from '~/components/series/cancel-dates-view';
import { AbandonView, CancelView } from '~/components/my/cancel-view';
import { PickDatesView } from '~/components/series/pick-dates-view';
import { formList, parseForm, readForm } from '~/http/form.server';
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
import { cancelPicked } from '~/modules/bookings/series/cancel-picked.server';
import { CANCELLATION_SCOPES } from '~/modules/bookings/series/cancellation-scope';
import { previewDatesCancellation } from '~/modules/bookings/series/dates-cancellation.queries.server';
import { previewPicked } from '~/modules/bookings/series/picked-cancellation.queries.server';
import { previewCancellation } from '~/modules/bookings/cancellation-preview.queries.server';

export const handle = { i18n: ['common', 'booking', 'series', 'pickDates'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What cancelling now would give back. A booking that is still unpaid is simply given up; what is over has nothing to cancel. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request);
  const asked = new URL(request.url).searchParams;
  if (asked.has('velg')) return loadPicked(request, id, asked.getAll('dato'));
  const chosen = asked.get('dato');
  const dates = chosen === null ? null : await previewDatesCancellation(actor, id, requireId(chosen), now());
  if (dates?.ok)
    return {
      id,
      title: i18nFor(localeOf(request)).getFixedT(null, 'series')('cancel.title'),
      preview: null,
      dates: dates.value,
      picked: null,
    };
  const preview = await previewCancellation(actor, id, { waive: false }, now());
  const title = i18nFor(localeOf(request)).getFixedT(null, 'booking')('cancelPage.metaTitle');
  if (preview.ok) return { id, title, preview: preview.value, dates: null, picked: null };
  if (preview.code === 'not_found') throw notFound();
  if (preview.code === 'not_confirmed') return { id, title, preview: null, dates: null, picked: null };
  throw redirect(`/bestilling/${id}`, { status: 303 });
}

/** Dates that are picked one by one. When none can be called off any more, the booking's page says how it stands. */
async function loadPicked(request: Request, id: string, ids: readonly string[]) {
  const { actor } = await requireViewer(request);
  const picked = await previewPicked(actor, id, ids, now());
  const title = i18nFor(localeOf(request)).getFixedT(null, 'pickDates')('title');
  if (picked.ok) return { id, title, preview: null, dates: null, picked: picked.value };
  if (picked.code === 'not_found') throw notFound();
  throw redirect(`/bestilling/${id}`, { status: 303 });
}

const MOST_DATES = 500;

const pickedForm = z.object({
  dato: formList(z.uuid('invalid')).pipe(z.array(z.string()).max(MOST_DATES, 'too_big')),
  sett: z.string().max(25_000, 'too_long').default(''),
  reason: z
    .string()
    .max(2_000, 'too_long')
    .default('')
    .transform((text) => cleanText(text, { max: 500 })),
});

/** Shows what the dates come to, or calls them off. */
async function answerPicked(request: Request, id: string, posted: FormData) {
  const { actor } = await requireViewer(request, `/bestilling/${id}/avbestill`);
  const form = await parseForm(posted, pickedForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { dato, sett, reason } = form.value;
  const cancels = posted.get('step') === 'picked';
  const wanted = { bookingId: id, occurrenceIds: dato, shown: sett, reason };
  const done = cancels ? await cancelPicked(actor, wanted, now()) : null;
  if (done?.ok) return redirect(`/bestilling/${id}`, { status: 303 });
  const { picked } = await loadPicked(request, id, dato);
  return data(
    { refusal: done?.code ?? null, picked, reason },
    { status: done === null ? 200 : done.code === 'refund_changed' ? 409 : 422 },
  );
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
  const posted = await readForm(request);
  const wanted = posted.get('step');
  if (wanted === 'pick' || wanted === 'picked') return answerPicked(request, id, posted);
  const { actor } = await requireViewer(request, `/bestilling/${id}/avbestill`);
  const form = await parseForm(posted, cancelForm);
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
  return data({ refusal: done.code, picked: null, reason: '' }, { status: done.code === 'refund_changed' ? 409 : 422 });
}

export default function CancelRoute() {
  const { id, preview, dates, picked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal ?? null;
  const shown = answer?.picked ?? picked;
  if (shown) return <PickDatesView preview={shown} refusal={refusal} reason={answer?.reason ?? ''} />;
  if (dates) return <CancelDatesView preview={dates} refusal={refusal} />;
  return preview ? <CancelView preview={preview} refusal={refusal} /> : <AbandonView id={id} refusal={refusal} />;
}
