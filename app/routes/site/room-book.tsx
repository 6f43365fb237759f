import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BookView } from '~/components/booking/book-view';
import { useArrival } from '~/components/booking/use-live-draft';
import { soundWords } from '~/components/neighbours/sound-words';
import { quotaLeftLine } from '~/components/rules/rule-words';
import { getBooker } from '~/http/booker.server';
import { parseForm, readForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageAfterBooking } from '~/http/pay-page.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { getViewer, requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { type BookingDraft, draftQuery, readBookingDraft, toBookingFields } from '~/modules/bookings/booking-draft';
import { bookingForm } from '~/modules/bookings/booking.schema';
import { loadBookPage } from '~/modules/bookings/book-page.queries.server';
import { requestBooking } from '~/modules/bookings/request-booking.server';

export const handle = { i18n: ['common', 'booking'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The page of one booking: time, equipment, payer, and a price that follows the choices. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const draft = readBookingDraft(new URL(request.url).searchParams);
  const page = await loadPage(request, params.slug ?? '', draft, now());
  const t = i18nFor(localeOf(request)).getFixedT(null, 'booking');
  return { page, signedIn: (await getViewer(request)) !== null, title: t('bookPage.metaTitle', { room: page.room.name }) };
}

async function loadPage(request: Request, slug: string, draft: BookingDraft, present: Date) {
  const booker = await getBooker(request);
  const page = await loadBookPage(slug, draft, booker, present);
  if (!page) throw notFound();
  const locale = localeOf(request);
  const quotas = booker.actor.personId === null ? [] : page.preview.quotas;
  const { loudness, decision } = page.preview;
  const nearby = decision?.ok ? decision.value.nearby : [];
  return {
    ...page,
    quotaNote: quotaLeftLine(quotas, { t: i18nFor(locale).getFixedT(null, 'rules'), locale }),
    sound: soundWords({ loudness, nearby }, { t: i18nFor(locale).getFixedT(null, 'neighbours'), locale }),
  };
}

/** Books, and sends whoever pays by card to the payment page, or to sharing the price out. A refusal shows the page again as it was filled in. */
export async function action({ params, request }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const posted = await readForm(request);
  const draft = readBookingDraft(posted);
  const viewer = await requireViewer(request, `/rom/${slug}/bestill?${draftQuery(draft)}`);
  const form = await parseForm(toBookingFields(posted), bookingForm);
  const present = now();
  const shown = () => loadPage(request, slug, draft, present);
  if (!form.ok) return data({ page: await shown(), errors: form.errors, refusal: null }, { status: 422 });

  const { slot, antall, formal, rig, lyd, utstyr, betaling, organisasjon, totalOre, requestKey } = form.value;
  const booked = await requestBooking(
    viewer.actor,
    {
      ...{
        requestKey,
        roomSlug: slug,
        slot,
        people: antall,
        purpose: formal,
        rig,
        loudness: lyd,
        equipment: utstyr,
        paymentMethod: betaling,
      },
      ...{ organisationId: organisasjon, expectedTotalOre: totalOre ?? null, locale: localeOf(request), bookFor: null },
    },
    present,
  );
  if (!booked.ok) return data({ page: await shown(), errors: {}, refusal: booked }, { status: refusalStatus(booked.code) });
  return redirect(await pageAfterBooking(booked.value, posted, present), { status: 303 });
}

export default function RoomBookPage() {
  const { page, signedIn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const arrival = useArrival();
  return (
    <BookView
      key={arrival}
      page={answer?.page ?? page}
      signedIn={signedIn}
      errors={answer?.errors ?? {}}
      refusal={answer?.refusal ?? null}
    />
  );
}
