import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MovesView } from '~/components/series/moves-view';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { localDateOf, weekdayOf } from '~/lib/local-time';
import { isUuid } from '~/lib/uuid';
import { draftOf } from '~/modules/bookings/changes/change.schema';
import { moveDates } from '~/modules/bookings/changes/move-dates.server';
import { moveOf, movesForm, readMovesDraft } from '~/modules/bookings/changes/moves.schema';
import { previewMoves } from '~/modules/bookings/changes/moves-preview.queries.server';
import { payChange } from '~/modules/bookings/changes/pay-change.server';

export const handle = { i18n: ['common', 'booking', 'series', 'change', 'dates'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** What another weekday, time or room would mean for a date, it and those after it, and all. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request);
  const asked = readMovesDraft(new URL(request.url).searchParams);
  const occurrenceId = isUuid(asked.dato) ? asked.dato : null;
  const preview = await previewMoves(actor, { bookingId, occurrenceId, wish: moveOf(asked) }, now());
  if (!preview.ok && preview.code === 'not_found') throw notFound();
  if (!preview.ok) throw redirect(`/bestilling/${bookingId}`, { status: 303 });
  const { chosen } = preview.value;
  const { fra, til } = draftOf(chosen);
  const asItIs = { ukedag: String(weekdayOf(localDateOf(chosen.start))), fra, til };
  const draft = { ...asked, dato: chosen.id, ...(asked.ukedag === '' && asItIs) };
  const title = i18nFor(localeOf(request)).getFixedT(null, 'dates')('move.title');
  return { title, preview: preview.value, draft, requestKey: newId() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const bookingId = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${bookingId}/flytt`);
  const fields = await readForm(request);
  const form = await parseForm(fields, movesForm);
  const draft = readMovesDraft(fields);
  const wish = moveOf(draft);
  if (!form.ok || !wish) throw new Response(null, { status: 400 });
  const { omfang: scope, requestKey } = form.value;
  const occurrenceId = requireId(draft.dato);
  const shown = form.values[`vist.${scope}`] ?? '';
  const done = await moveDates(actor, { bookingId, occurrenceId, ...wish, scope, requestKey, shown }, now());
  if (!done.ok && done.code === 'not_found') throw notFound();
  if (!done.ok) {
    const again = await previewMoves(actor, { bookingId, occurrenceId, wish }, now());
    return data({ refusal: done.code, draft, preview: again.ok ? again.value : null }, { status: refusalStatus(done.code) });
  }
  const { changeId, payNow, state } = done.value;
  if (!payNow) return redirect(`/bestilling/${bookingId}?endret=${state}`, { status: 303 });
  const paying = await payChange(actor, changeId, now());
  return redirect(paying.ok ? paying.value.url : `/bestilling/${bookingId}?betaling=${paying.code}`, { status: 303 });
}

export default function MoveRoute() {
  const { preview, draft, requestKey } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return (
    <MovesView
      preview={posted?.preview ?? preview}
      draft={posted?.draft ?? draft}
      requestKey={requestKey}
      refusal={posted?.refusal ?? null}
    />
  );
}
