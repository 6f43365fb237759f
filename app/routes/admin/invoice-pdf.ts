import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { pdfReply } from '~/http/pdf-reply.server';
import { requireStaff } from '~/http/viewer.server';
import { readInvoicePdf } from '~/modules/billing/invoices/invoice-page.queries.server';

/** Our own copy of an invoice. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(request, 'invoice.view');
  const paper = await readInvoicePdf(requireId(params.id), null);
  if (!paper) throw notFound();
  return pdfReply(paper.bytes, `faktura-${paper.number}.pdf`);
}
