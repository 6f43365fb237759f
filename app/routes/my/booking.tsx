import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BookingView } from '~/components/my/booking-view';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { isUuid } from '~/lib/uuid';
import { type BookingPage, loadBookingPage } from '~/modules/bookings/booking-page.queries.server';
import { listOpenLetters } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import { listReleasedOf } from '~/modules/bookings/released/released.queries.server';
import { loadBookingDates } from '~/modules/bookings/series/booking-dates.queries.server';
import { isChangeMade } from '~/modules/bookings/changes/change.queries.server';
import { refreshBooking } from '~/modules/bookings/refresh-booking.server';

export const handle = { i18n: ['common', 'booking', 'series', 'pickDates', 'project', 'approval', 'change', 'released', 'closureOffer'] };

/** Seconds between looks while a payment is on its way, for pages without scripts too. */
const REFRESH_SECONDS = 15;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageMeta(data?.title ?? ''),
  ...(data?.waiting ? [{ httpEquiv: 'refresh', content: String(REFRESH_SECONDS) }] : []),
];

/** The page that is true whatever happened: it asks Stripe first when something is still open. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request);
  const present = now();
  const upToDate = await refreshBooking(actor, id, present);
  const booking = await loadBookingPage(actor, id, present);
  if (!booking) throw notFound();
  if (isShownAsSplit(booking)) throw redirect(`/bestilling/${id}/deling`, { status: 303 });
  const { searchParams } = new URL(request.url);
  const t = i18nFor(localeOf(request)).getFixedT(null, 'booking');
  return {
    booking,
    dates: await loadBookingDates(id, pageOf(searchParams), present),
    released: await listReleasedOf(id),
    letters: await listOpenLetters(id),
    now: present,
    waiting: booking.view === 'payment_pending' || booking.view === 'approved' || !upToDate,
    paymentRefusal: upToDate ? searchParams.get('betaling') : 'payment_service_silent',
    receiptMissing: searchParams.get('kvittering') === 'venter',
    changed: await wasChanged(id, searchParams.get('endret') ?? ''),
    title: t('bookingPage.metaTitle', { room: booking.isProject ? booking.purpose : booking.roomName }),
  };
}

/** Said by the address: of a change that was made at once, or by the name of one that was to be paid first. */
async function wasChanged(bookingId: string, said: string): Promise<boolean> {
  return said === 'applied' || (isUuid(said) && (await isChangeMade(bookingId, said)));
}

/** While several people pay, and when they did not: who has paid is what matters then. */
function isShownAsSplit({ split, view }: BookingPage): boolean {
  return split === 'collecting' || (split !== null && split !== 'possible' && view === 'released');
}

function pageOf(searchParams: URLSearchParams): number | null {
  const page = searchParams.get('side') ?? '';
  return /^\d{1,4}$/.test(page) ? Number(page) : null;
}

export default function BookingRoute() {
  const { booking, dates, released, letters, paymentRefusal, receiptMissing, changed, now: present } = useLoaderData<typeof loader>();
  return (
    <BookingView
      booking={booking}
      dates={dates}
      released={released}
      letters={letters}
      paymentRefusal={paymentRefusal}
      receiptMissing={receiptMissing}
      changed={changed}
      now={present}
    />
  );
}
