import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/http/guards.server';
import { findShareReceipt } from '~/modules/bookings/split/share-page.queries.server';

/** Sends whoever paid a share to its receipt at Stripe; when Stripe does not answer, the share's page says so. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? '';
  const receipt = await findShareReceipt(token);
  const headers = { 'Cache-Control': 'private, no-store' };
  if (receipt.ok) return redirect(receipt.value.url, { status: 303, headers });
  if (receipt.code === 'not_found') throw notFound();
  return redirect(`/andel/${token}?kvittering=venter`, { status: 303, headers });
}
