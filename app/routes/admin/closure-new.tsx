import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ClosureForm } from '~/components/desk/closure-form';
import { ClosurePreview } from '~/components/desk/closure-preview';
import { ClosureRefused } from '~/components/desk/closure-refused';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { localDateOf } from '~/lib/local-time';
import { listClosableRooms } from '~/modules/availability/closable-rooms.queries.server';
import { closureSchema } from '~/modules/availability/closure.schema';
import { closeRooms } from '~/modules/bookings/close-rooms.server';
import { USUAL_TERMS } from '~/modules/bookings/closure-offers/closure-offer';
import { previewClosure } from '~/modules/bookings/closure-preview.queries.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import type { Actor } from '~/modules/identity/permissions';

export const handle = { i18n: ['closures'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** The form, and when it is filled in: what the closure would hit. Nothing is saved by looking. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'closure.create');
  const asked = new URL(request.url).searchParams;
  const places = await listClosableRooms();
  const title = i18nFor(localeOf(request)).getFixedT(null, 'closures')('newTitle');
  if (asked.has('what')) return { title, places, ...(await look(actor, asked)) };
  const date = asked.get('dato') ?? localDateOf(now());
  const room = places.rooms.find(({ slug }) => slug === asked.get('rom'));
  const start = { what: room ? `room:${room.id}` : '', fromDate: date, fromTime: '08:00', toDate: date, toTime: '24:00', repeat: 'once' };
  return { title, places, values: start, errors: {}, refusal: null, preview: null };
}

async function look(actor: Actor, asked: URLSearchParams) {
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const parsed = await parseForm(form, closureSchema);
  if (!parsed.ok) return { values: parsed.values, errors: parsed.errors, refusal: null, preview: null };
  const preview = await previewClosure(actor, parsed.value, parsePage(asked), now());
  const { side: _side, ...values } = parsed.values;
  if (!preview.ok) return { values, errors: {}, refusal: preview.code, preview: null };
  const fields = { ...values, requestKey: newId(), shownHits: preview.value.hits.fingerprint };
  return { values, errors: {}, refusal: null, preview: { ...preview.value, fields } };
}

const confirmation = z
  .object({
    requestKey: z.guid(),
    shownHits: z.string().max(32),
    answerDays: z.coerce.number().int().min(1).max(30).default(USUAL_TERMS.answerDays),
    mayKeep: z.literal('ja').optional(),
  })
  .transform(({ answerDays, mayKeep, ...form }) => ({ ...form, terms: { answerDays, mayKeep: mayKeep === 'ja' } }));

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'closure.create');
  const posted = await request.formData();
  const form = await parseForm(posted, closureSchema);
  const confirmed = await parseForm(posted, confirmation);
  if (!form.ok || !confirmed.ok) return data({ refusal: 'invalid' }, { status: 422 });
  const closed = await closeRooms(actor, { ...form.value, ...confirmed.value }, now());
  if (closed.ok) return redirect(`/admin/stengninger/${closed.value.planId}?sagt=closed`, { status: 303 });
  if (closed.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ refusal: closed.code }, { status: closed.code === 'hits_changed' ? 409 : 422 });
}

export default function ClosureNewPage() {
  const { t } = useTranslation('closures');
  const { places, values, errors, refusal, preview } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refusal ?? refusal;
  return (
    <>
      <BackLink href="/admin/stengninger" label={t('back')} />
      <AdminHead title={t('newTitle')} />
      {refused && <ClosureRefused code={refused} />}
      <ClosureForm key={JSON.stringify(values)} {...places} values={values} errors={errors} />
      {preview && <ClosurePreview preview={preview} fields={preview.fields} />}
    </>
  );
}
