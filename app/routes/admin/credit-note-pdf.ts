import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { pdfReply } from '~/http/pdf-reply.server';
import { requireStaff } from '~/http/viewer.server';
import { readCreditPdf } from '~/modules/billing/invoices/credit/credit-page.queries.server';

/** Our own copy of a credit note. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(request, 'invoice.view');
  const paper = await readCreditPdf(requireId(params.id), requireId(params.noteId));
  if (!paper) throw notFound();
  return pdfReply(paper.bytes, `kreditnota-${paper.number}.pdf`);
}
