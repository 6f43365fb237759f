import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { requireViewer } from '~/http/viewer.server';
import { findPayPage } from '~/modules/billing/invoices/pay-page.server';

/** Sends to the page where the invoice is paid by card; when there is none, the invoice's page says why. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const organisationId = requireId(params.organisationId);
  const invoiceId = requireId(params.id);
  const { actor } = await requireViewer(request);
  const page = await findPayPage(actor, { invoiceId, organisationId });
  const headers = { 'Cache-Control': 'private, no-store' };
  if (page.ok) return redirect(page.value.url, { status: 303, headers });
  if (page.code === 'not_found') throw notFound();
  return redirect(`/min-side/leie/${organisationId}/fakturaer/${invoiceId}?kort=${page.code}`, { status: 303, headers });
}
