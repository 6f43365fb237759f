import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NewBookingForm } from '~/components/desk/new-booking-form';
import { SeriesLink } from '~/components/desk/series-link';
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
import { localDateOf, parseClock, parseLocalDate } from '~/lib/local-time';
import type { BookingPreview } from '~/modules/bookings/booking-preview.queries.server';
import { bookingForm } from '~/modules/bookings/booking.schema';
import { bookForOther, priceForOther } from '~/modules/bookings/desk-booking.server';
import { bookedForSchema, exceptionIn, readAlternative, toDeskBookingFields } from '~/modules/bookings/desk-booking.schema';
import type { RequestRefusal } from '~/modules/bookings/request-booking.server';
import { listOrganisations } from '~/modules/organisations/organisation-list.queries.server';
import { listRooms } from '~/modules/rooms/room.queries.server';

export const handle = { i18n: ['booking', 'change', 'neighbours', 'seriesForm'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'booking.create_for_other');
  const asked = new URL(request.url).searchParams;
  const [rooms, organisations] = await Promise.all([listRooms(), listOrganisations()]);
  const date = parseLocalDate(asked.get('dato') ?? '') ?? localDateOf(now());
  const clock = (name: string) => (parseClock(asked.get(name) ?? '') === null ? null : asked.get(name));
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'admin')('new.metaTitle'),
    rooms: rooms.map(({ slug, name, buildingName }) => ({ slug, name, buildingName })),
    organisations,
    values: {
      requestKey: newId(),
      rom: asked.get('rom') ?? '',
      dato: date,
      fra: clock('fra') ?? '18:00',
      til: clock('til') ?? '20:00',
      antall: '1',
      betaling: 'card',
    } as Record<string, string>,
  };
}

type Answer = { errors?: Record<string, string>; preview?: BookingPreview | null; refusal?: RequestRefusal | null };

/** Shows the price, or books. Nothing is booked before a price was shown: the button for it comes with the price. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.create_for_other');
  const posted = await readForm(request);
  const books = posted.get('steg') === 'book';
  for (const [name, value] of Object.entries(readAlternative(posted) ?? {})) posted.set(name, value);
  const who = await parseForm(posted, bookedForSchema);
  const what = await parseForm(toDeskBookingFields(posted), bookingForm);
  const answer = ({ errors = {}, preview = null, refusal = null }: Answer, status: number) =>
    data({ values: who.values, errors, preview, refusal }, { status });

  const whoErrors = who.ok ? {} : who.errors;
  // A price can be asked for before it is known who books; the room is needed all the same.
  const needed = books ? whoErrors : Object.fromEntries(Object.entries(whoErrors).filter(([field]) => field === 'rom'));
  const errors = { ...needed, ...(what.ok ? {} : what.errors) };
  if (!what.ok) return answer({ errors }, 422);

  const wished = {
    roomSlug: who.values['rom'] ?? '',
    form: what.value,
    email: emailOf(who.values),
    name: who.ok ? who.value.navn : '',
    exception: exceptionIn(posted),
  };
  const present = now();
  // With the price come the fields for equipment: what was chosen there stays.
  if (Object.keys(errors).length > 0) return answer({ errors, preview: await priceForOther(actor, wished, present) }, 422);
  if (!books) {
    const preview = await priceForOther(actor, wished, present);
    return preview ? answer({ preview }, 200) : answer({ errors: { rom: 'unknown_room' } }, 422);
  }
  const booked = await bookForOther(actor, wished, localeOf(request), present);
  if (booked.ok)
    return redirect(`/admin/bestillinger/${booked.value.bookingId}?sagt=${booked.value.state === 'held' ? 'bookedLink' : 'booked'}`, {
      status: 303,
    });
  if (booked.code === 'not_allowed') throw new Response(null, { status: 403 });
  const preview = await priceForOther(actor, wished, present);
  if (booked.code === 'organisation_needed') return answer({ preview, errors: { organisasjon: booked.code } }, 422);
  if (booked.code === 'reason_missing') return answer({ preview, errors: { begrunnelse: booked.code } }, 422);
  return answer({ preview, refusal: booked }, refusalStatus(booked.code));
}

/** The address as far as it is typed: it decides the price, whatever else is missing. */
function emailOf(values: Record<string, string>): string {
  const email = bookedForSchema.shape.epost.safeParse(values['epost']);
  return email.success ? email.data : '';
}

export default function NewBookingPage() {
  const { t } = useTranslation('admin');
  const { rooms, organisations, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer ?? { values, errors: {}, preview: null, refusal: null };
  return (
    <>
      <BackLink href="/admin/bestillinger" label={t('booking.back')} />
      <AdminHead title={t('new.title')} note={t('new.note')} />
      <p className="small row-of">
        <SeriesLink values={shown.values} />
        <a href="/prosjekt">{t('new.project')}</a>
      </p>
      <NewBookingForm key={JSON.stringify(shown.values)} view={{ rooms, organisations, ...shown }} />
    </>
  );
}
