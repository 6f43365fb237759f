import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SeriesBookingForm } from '~/components/desk/series-booking-form';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { exceptionIn } from '~/modules/bookings/desk-booking.schema';
import { bookSeriesForOther, type DeskSeries, loadDeskSeries } from '~/modules/bookings/series/desk-series.server';
import { deskSeriesCommit, deskSeriesForm, seriesForSchema } from '~/modules/bookings/series/desk-series.schema';
import { readSeriesDraft, seriesQuery, withToggled } from '~/modules/bookings/series/series-draft';

export const handle = { i18n: ['booking', 'change', 'neighbours', 'series', 'seriesForm'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The form as staff begin it, with what they had chosen for a single booking. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.create_for_other');
  const draft = readSeriesDraft(new URL(request.url).searchParams, null);
  const nobody = { email: '', name: '', paymentMethod: 'card', organisationId: null, exception: null } as const;
  const page = await loadDeskSeries(actor, { ...nobody, draft }, { look: false }, now());
  const title = i18nFor(localeOf(request)).getFixedT(null, 'seriesForm')('desk.metaTitle');
  return { title, view: { page, values: { requestKey: newId() } as Record<string, string>, errors: {}, refusal: null } };
}

/** Shows the dates and their price, leaves one out, or books. Only dates that were shown are booked. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.create_for_other');
  const posted = await readForm(request);
  const [who, how] = [await parseForm(posted, seriesForSchema), await parseForm(posted, deskSeriesForm)];
  const wished: DeskSeries = {
    draft: withToggled(readSeriesDraft(posted, null), posted.get('bytt')),
    email: emailOf(who.values),
    name: who.ok ? who.value.navn : '',
    paymentMethod: how.ok ? how.value.betaling : 'card',
    organisationId: how.ok ? how.value.organisasjon : null,
    exception: exceptionIn(posted),
  };
  const present = now();
  const answer = async (wrong: { errors?: Record<string, string>; refusal?: { code: string; totalOre?: number } }, status: number) => {
    const page = await loadDeskSeries(actor, wished, { look: true }, present);
    return data({ view: { page, values: who.values, errors: {}, refusal: null, ...wrong } }, { status });
  };
  const books = posted.get('steg') === 'book';
  const errors = { ...(books && !who.ok ? who.errors : {}), ...(how.ok ? {} : how.errors) };
  if (Object.keys(errors).length > 0) return answer({ errors }, 422);
  if (!books) return answer({}, 200);
  const commit = await parseForm(posted, deskSeriesCommit);
  if (!commit.ok) throw new Response(null, { status: 400 });
  if (commit.value.sett !== seriesQuery(wished.draft)) return answer({ refusal: { code: 'choices_changed' } }, 409);

  const booked = await bookSeriesForOther(actor, wished, commit.value, localeOf(request), present);
  if (booked.ok) {
    const said = booked.value.state === 'held' ? 'bookedLink' : 'booked';
    return redirect(`/admin/bestillinger/${booked.value.bookingId}?sagt=${said}`, { status: 303 });
  }
  if (booked.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (booked.code === 'organisation_needed') return answer({ errors: { organisasjon: booked.code } }, 422);
  if (booked.code === 'reason_missing') return answer({ errors: { begrunnelse: booked.code } }, 422);
  const refusal = booked.code === 'price_changed' ? { code: booked.code, totalOre: booked.totalOre } : { code: booked.code };
  return answer({ refusal }, refusalStatus(booked.code));
}

/** The address as far as it is typed: it decides the price, whatever else is missing. */
function emailOf(values: Record<string, string>): string {
  const email = seriesForSchema.shape.epost.safeParse(values['epost']);
  return email.success ? email.data : '';
}

export default function SeriesBookingPage() {
  const { t } = useTranslation('seriesForm');
  const loaded = useLoaderData<typeof loader>();
  const { view } = useActionData<typeof action>() ?? loaded;
  return (
    <>
      <BackLink href="/admin/bestillinger/ny" label={t('desk.back')} />
      <AdminHead title={t('desk.title')} note={t('desk.note')} />
      <SeriesBookingForm key={JSON.stringify([view.page.draft, view.values])} view={view} />
    </>
  );
}
