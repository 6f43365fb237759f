import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeView } from '~/components/change/change-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { isUuid } from '~/lib/uuid';
import { changeBooking } from '~/modules/bookings/changes/change-booking.server';
import { isHub } from '~/modules/bookings/changes/change-facts';
import { changeForm, draftOf, readChangeDraft, termsOf, wantedBy, wishedTerms } from '~/modules/bookings/changes/change.schema';
import { payChange } from '~/modules/bookings/changes/pay-change.server';
import { previewChange } from '~/modules/bookings/changes/preview-change.queries.server';

export const handle = { i18n: ['common', 'booking', 'change', 'neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What the chosen time and room would mean; first the time and room it has. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request);
  const asked = readChangeDraft(new URL(request.url).searchParams);
  const occurrenceId = isUuid(asked.forekomst) ? asked.forekomst : null;
  const question = { bookingId, occurrenceId, wanted: wantedBy(asked), ...wishedTerms(asked) };
  const preview = await previewChange(actor, question, now());
  if (!preview.ok) throw notFound();
  const { occurrence } = preview.value;
  const draft = { ...asked, rom: asked.rom || occurrence.roomSlug, ...(asked.dato === '' && draftOf(occurrence)) };
  const form = changeForm.safeParse({
    ...draft,
    penger: draft.penger || undefined,
    unntak: draft.unntak || undefined,
    requestKey: newId(),
  });
  const errors = form.success ? {} : Object.fromEntries(form.error.issues.map(({ path, message }) => [path.join('.'), message]));
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'change')('metaTitle'),
    ...{ preview: preview.value, draft, slot: question.wanted?.slot ?? null, errors, requestKey: newId() },
    back: preview.value.byHub ? `/admin/bestillinger/${bookingId}` : `/bestilling/${bookingId}`,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${bookingId}/endre`);
  const form = await parseForm(request, changeForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { requestKey, forekomst, rom, slot, begrunnelse, differanseOre, sett } = form.value;
  const input = { bookingId, occurrenceId: forekomst, requestKey, roomSlug: rom, slot, ...termsOf(form.value) };
  const changed = await changeBooking(actor, { ...input, expectedOre: differanseOre ?? null, seenAt: sett ?? null }, now());
  if (!changed.ok && changed.code === 'not_found') throw notFound();
  if (!changed.ok) return data({ refusal: changed, reason: begrunnelse }, { status: refusalStatus(changed.code) });
  const { changeId, payNow, state } = changed.value;
  if (!payNow && isHub(actor)) return redirect(`/admin/bestillinger/${bookingId}?sagt=change_${state}`, { status: 303 });
  if (!payNow) return redirect(`/bestilling/${bookingId}?endret=${state}`, { status: 303 });
  const paying = await payChange(actor, changeId, now());
  return redirect(paying.ok ? paying.value.url : `/bestilling/${bookingId}?betaling=${paying.code}`, { status: 303 });
}

export default function ChangeRoute() {
  const { preview, draft, slot, errors, requestKey, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ChangeView {...{ preview, draft, slot, errors, requestKey, back }} refusal={refused?.refusal ?? null} reason={refused?.reason ?? ''} />
  );
}
