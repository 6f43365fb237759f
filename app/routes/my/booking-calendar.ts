import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { requireViewer } from '~/http/viewer.server';
import { CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { loadCalendarFile } from '~/modules/bookings/calendar-file.queries.server';

/** The booking for the calendar on a phone. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const { actor } = await requireViewer(request);
  const file = await loadCalendarFile(actor, requireId(params.id));
  if (file === null) throw notFound();
  const headers = {
    'Content-Type': CALENDAR_FILE.type,
    'Content-Disposition': `attachment; filename="${CALENDAR_FILE.name}"`,
    'Cache-Control': 'private, no-store',
  };
  return new Response(file, { headers });
}
