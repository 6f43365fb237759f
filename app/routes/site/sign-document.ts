import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/http/guards.server';
import { originOf } from '~/http/origin.server';
import { pdfReply } from '~/http/pdf.server';
import { now } from '~/infrastructure/clock.server';
import { noteLook } from '~/modules/leases/signing/sign-contract.server';
import { findSignerFile } from '~/modules/leases/signing/signing-page.queries.server';

/** The contract behind a signer's link. */
export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? '';
  const file = await findSignerFile(token);
  if (!file) throw notFound();
  await noteLook(token, 'downloaded', originOf(request, context), now());
  return pdfReply(file);
}
