import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { pdfReply } from '~/http/pdf-reply.server';
import { requireViewer } from '~/http/viewer.server';
import { readInvoicePdf } from '~/modules/billing/invoices/invoice-page.queries.server';
import { can } from '~/modules/identity/permissions';

/** An invoice of one's own organisation. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const organisationId = requireId(params.organisationId);
  const { actor } = await requireViewer(request);
  const paper = can(actor, 'invoice.view', { organisationId }) ? await readInvoicePdf(requireId(params.id), organisationId) : null;
  if (!paper) throw notFound();
  return pdfReply(paper.bytes, `faktura-${paper.number}.pdf`);
}
