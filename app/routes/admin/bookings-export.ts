import type { LoaderFunctionArgs } from '@remix-run/node';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { toCsv } from '~/lib/csv';
import { localDateOf } from '~/lib/local-time';
import { loadAdminBookings } from '~/modules/bookings/admin-bookings.queries.server';
import { bookingRows } from '~/modules/bookings/booking-export';
import { parseBookingList, toQuestion } from '~/modules/bookings/booking-list.schema';

/** More rows than a hub makes in some years; a longer list is asked for from a later date. */
const MOST_ROWS = 20_000;

/** The list of bookings, filtered as on the page, as a file for spreadsheets. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'booking.view');
  const today = localDateOf(now());
  const asked = parseBookingList(new URL(request.url).searchParams, today);
  const { items } = await loadAdminBookings({ ...toQuestion(asked), size: MOST_ROWS });
  const locale = localeOf(request);
  const t = i18nFor(locale).getFixedT(null, 'admin');
  return new Response(toCsv(bookingRows(items, t, locale)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t('bookings.csv.file')}-${today}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
