import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { requireStaff } from '~/http/viewer.server';
import { decideEhf } from '~/modules/billing/ehf/decide-ehf';
import { writeEhf } from '~/modules/billing/ehf/write-ehf';
import { findInvoicePaper } from '~/modules/billing/invoices/invoice-page.queries.server';

/** The e-invoice; where there can be none, the page that says why. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'invoice.view');
  const id = requireId(params['id']);
  const paper = await findInvoicePaper(id);
  if (!paper) throw notFound();
  const decided = decideEhf(paper);
  if (!decided.ok) return redirect(`/admin/regnskap/ehf/${id}`);
  return new Response(writeEhf(decided.value), {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="ehf-${decided.value.number.replaceAll(/[^\w-]/g, '')}.xml"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
