import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CustomerRequestView } from '~/components/request/customer-request-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { customerStepSchema } from '~/modules/bookings/approval/request.schema';
import { loadRequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { takeRequestStep } from '~/modules/bookings/approval/take-request-step.server';
import { markRead } from '~/modules/bookings/approval/write-message.server';

export const handle = { i18n: ['common', 'approval'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

const SAID = ['accepted', 'withdrawn', 'message'] as const;

/** A request and its conversation, for whoever sent it; what the house wrote is read by this. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireViewer(request);
  const page = await loadRequestPage(actor, id, 'customer', now());
  if (!page) throw notFound();
  if (page.isParty) await markRead(id, 'customer', now());
  const t = i18nFor(localeOf(request)).getFixedT(null, 'approval');
  const said = new URL(request.url).searchParams.get('sagt');
  return {
    page,
    said: SAID.find((word) => word === said) ?? null,
    title: t('page.metaTitle', { room: page.occurrences[0]?.roomName ?? '' }),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireViewer(request, `/bestilling/${id}/foresporsel`);
  const form = await parseForm(request, customerStepSchema);
  const intent = form.values['intent'] ?? '';
  if (!form.ok) return data({ intent, code: Object.values(form.errors)[0] ?? 'unknown', values: form.values }, { status: 422 });
  const done = await takeRequestStep(actor, id, form.value, 'customer', now());
  if (done.ok) return redirect(`/bestilling/${id}/foresporsel?sagt=${done.value}`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  return data({ intent, code: done.code, values: form.values }, { status: refusalStatus(done.code) });
}

export default function BookingRequestRoute() {
  const { t } = useTranslation('approval');
  const { page, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <CustomerRequestView request={page} said={said && t(`customer.said.${said}`)} refused={refused} />;
}
