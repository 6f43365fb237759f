import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProofView } from '~/components/leases/proof-view';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { verifySigning } from '~/modules/leases/signing/signing-page.queries.server';

export const handle = { i18n: ['papers'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.proof.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'lease.view');
  const proof = await verifySigning(requireId(params.id));
  if (!proof) throw notFound();
  return { proof };
}

export default function SigningProofPage() {
  return <ProofView {...useLoaderData<typeof loader>()} />;
}
