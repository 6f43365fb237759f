import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { pdfReply } from '~/http/pdf.server';
import { requireViewer } from '~/http/viewer.server';
import { findDocumentFile } from '~/modules/leases/papers/document.queries.server';

/** A paper of a lease, for the tenant and for staff. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const { actor } = await requireViewer(request);
  const document = await findDocumentFile(actor, requireId(params.id));
  if (!document) throw notFound();
  return pdfReply(document);
}
