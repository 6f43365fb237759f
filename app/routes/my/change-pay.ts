import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId, requireMethod } from '~/http/guards.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { payChange } from '~/modules/bookings/changes/pay-change.server';

/** Sends whoever presses "Betal" to the payment page of a difference; when that is not possible, the booking's page says why. */
export async function action({ params, request }: ActionFunctionArgs): Promise<Response> {
  requireMethod(request, 'POST');
  const bookingId = requireId(params['id']);
  const { actor } = await requireViewer(request, `/bestilling/${bookingId}`);
  const paying = await payChange(actor, requireId(params['changeId']), now());
  if (paying.ok) return redirect(paying.value.url, { status: 303 });
  if (paying.code === 'not_found') throw notFound();
  return redirect(`/bestilling/${bookingId}?betaling=${paying.code}`, { status: 303 });
}

export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/bestilling/${requireId(params['id'])}`, { status: 303 });
}
