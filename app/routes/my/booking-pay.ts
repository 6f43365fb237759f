import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId, requireMethod } from '~/http/guards.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { payBooking } from '~/modules/bookings/pay-booking.server';

/** Sends whoever presses "Betal" to the payment page; when that is not possible, the booking's page says why. */
export async function action({ params, request }: ActionFunctionArgs): Promise<Response> {
  requireMethod(request, 'POST');
  const id = requireId(params.id);
  const { actor } = await requireViewer(request, `/bestilling/${id}`);
  const paid = await payBooking(actor, id, now());
  if (paid.ok) return redirect(paid.value.url, { status: 303 });
  if (paid.code === 'not_found') throw notFound();
  return redirect(`/bestilling/${id}?betaling=${paid.code}`, { status: 303 });
}

export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/bestilling/${requireId(params.id)}`, { status: 303 });
}
