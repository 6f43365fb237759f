import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { DatesForm } from '~/components/opening-dates/dates-form';
import { DatesPreview } from '~/components/opening-dates/dates-preview';
import { DatesTable } from '~/components/opening-dates/dates-table';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { addDays, localDateOf } from '~/lib/local-time';
import { listClosableRooms } from '~/modules/availability/closable-rooms.queries.server';
import { closingAddresses } from '~/modules/bookings/opening-dates/closing-address';
import { listOpeningDates } from '~/modules/bookings/opening-dates/opening-dates.queries.server';
import { datesForm } from '~/modules/bookings/opening-dates/opening-dates.schema';
import { previewDates, seenHours, setOpeningDates } from '~/modules/bookings/opening-dates/set-opening-dates.server';
import type { Actor } from '~/modules/identity/permissions';

export const handle = { i18n: ['settings', 'openingDates'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** Dates with other hours, the form for more of them, and when it is filled in: what it would change. Nothing is saved by looking. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const asked = new URL(request.url).searchParams;
  const present = now();
  const page = pageNumber(asked.get('side'));
  const tomorrow = addDays(localDateOf(present), 1);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'openingDates')('title'),
    places: await listClosableRooms(),
    list: { page, ...(await listOpeningDates(page, present)) },
    saved: asked.get('sagt') === 'lagret',
    ...(asked.has('hva') ? await look(actor, asked, present) : { ...NOTHING, values: { fraDato: tomorrow, hvordan: 'closed' } }),
  };
}

const NOTHING = { errors: {}, refusal: null, preview: null };

async function look(actor: Actor, asked: URLSearchParams, present: Date) {
  const form = new FormData();
  for (const [name, value] of asked) if (name !== 'side') form.append(name, value);
  const parsed = await parseForm(form, datesForm);
  const { values } = parsed;
  if (!parsed.ok) return { ...NOTHING, values, errors: parsed.errors };
  const preview = await previewDates(actor, parsed.value, present);
  if (!preview.ok) return { ...NOTHING, values, refusal: preview.code };
  const { before, outside, lost } = preview.value;
  const closing = closingAddresses(outside, lost, parsed.value);
  return { ...NOTHING, values, preview: { outside, closing, days: parsed.value.dates.length, seen: seenHours(before) } };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const posted = await readForm(request);
  const seen = posted.get('sett');
  posted.delete('sett');
  const form = await parseForm(posted, datesForm);
  if (!form.ok) return data({ refusal: 'invalid' }, { status: 422 });
  const changed = await setOpeningDates(actor, { wish: form.value, seen: typeof seen === 'string' ? seen : '' }, now());
  if (changed.ok) return redirect('/admin/apningsdager?sagt=lagret', { status: 303 });
  if (changed.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ refusal: changed.code }, { status: changed.code === 'past' || changed.code === 'unknown_room' ? 422 : 409 });
}

const REFUSALS = ['past', 'unknown_room', 'would_hit', 'changed_meanwhile'] as const;

export default function OpeningDatesPage() {
  const { t } = useTranslation('openingDates');
  const { places, list, values, errors, refusal, preview, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refusal ?? refusal;
  const known = REFUSALS.find((code) => code === refused);
  return (
    <>
      <BackLink href="/admin/rom" label={t('back')} />
      <AdminHead title={t('title')} note={t('note')} />
      {saved && !refused && <Notice tone="success" title={t('saved')} announce />}
      {refused && <Notice tone="danger" title={t(`refusal.${known ?? 'invalid'}`)} announce />}
      {preview && <DatesPreview preview={preview} values={values} />}
      <DatesForm key={JSON.stringify(values)} {...places} values={values} errors={errors} />
      <section className="desk-section" aria-labelledby="dager">
        <SectionHeader id="dager" title={t('listTitle')} />
        <DatesTable dates={list.items} />
        <ListPages page={list.page} pageSize={list.pageSize} total={list.total} />
      </section>
    </>
  );
}
