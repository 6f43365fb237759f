import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { requireViewer } from '~/http/viewer.server';
import { findReceipt } from '~/modules/bookings/find-receipt.server';

/** Sends to the receipt at Stripe; when Stripe does not answer, the booking's page says so. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const id = requireId(params.id);
  const { actor } = await requireViewer(request);
  const payment = new URL(request.url).searchParams.get('betaling');
  const receipt = await findReceipt(actor, id, payment);
  const headers = { 'Cache-Control': 'private, no-store' };
  if (receipt.ok) return redirect(receipt.value.url, { status: 303, headers });
  if (receipt.code === 'not_found') throw notFound();
  return redirect(`/bestilling/${id}?kvittering=venter`, { status: 303, headers });
}
