import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TenantView } from '~/components/leases/tenant-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { giveNotice } from '~/modules/leases/give-notice.server';
import { noticeForm } from '~/modules/leases/notice.schema';
import { findTenantPage } from '~/modules/leases/tenant-page.queries.server';

export const handle = { i18n: ['common', 'tenant', 'leases'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.organisation.name ?? '');

/** Also after a refused notice: the day it would end on may be another. */
export const shouldRevalidate = () => true;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const organisationId = requireId(params.organisationId);
  const { actor } = await requireViewer(request);
  const page = await findTenantPage(actor, organisationId, now());
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt') === 'notice' ? ('notice' as const) : null;
  return { ...page, said };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const address = `/min-side/leie/${requireId(params.organisationId)}`;
  const { actor } = await requireViewer(request, address);
  const form = await parseForm(request, noticeForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const given = await giveNotice(actor, { ...form.value, by: 'tenant' }, now());
  if (given.ok) return redirect(`${address}?sagt=notice`, { status: 303 });
  if (given.code === 'not_found' || given.code === 'not_allowed') throw notFound();
  return data({ code: given.code }, { status: 409 });
}

export default function TenantRoute() {
  const answer = useActionData<typeof action>();
  return <TenantView {...useLoaderData<typeof loader>()} code={answer?.code ?? null} />;
}
