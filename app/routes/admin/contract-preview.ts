import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pdfReply } from '~/http/pdf.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { previewContract } from '~/modules/leases/signing/preview-contract.server';

/** The contract of a lease as it would be sent now, in the language of the desk. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(request, 'lease.view');
  const preview = await previewContract(requireId(params.id), localeOf(request), now());
  if (!preview) throw notFound();
  return pdfReply(preview);
}
