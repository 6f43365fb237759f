import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DamageFacts, ResolveForm } from '~/components/desk/damage-detail';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadDamage } from '~/modules/bookings/visits/damage.queries.server';
import { resolveDamage } from '~/modules/bookings/visits/resolve-damage.server';
import { resolutionSchema } from '~/modules/bookings/visits/visit.schema';

export const handle = { i18n: ['hosting'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** One thing that is broken: what, where, who told, who was there before, and what was done. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'damage.resolve');
  const damage = await loadDamage(requireId(params['id']));
  if (!damage) throw notFound();
  return { damage, title: i18nFor(localeOf(request)).getFixedT(null, 'hosting')('damage.one', { room: damage.roomName }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const reportId = requireId(params['id']);
  const { actor } = await requireStaff(request, 'damage.resolve');
  const form = await parseForm(request, resolutionSchema);
  if (!form.ok) return data({ code: 'note_missing', note: form.values['merknad'] ?? '' }, { status: 422 });
  const settled = await resolveDamage(actor, { reportId, note: form.value.merknad }, now());
  if (settled.ok) return redirect(`/admin/skader/${reportId}`, { status: 303 });
  return data({ code: settled.code, note: form.value.merknad }, { status: refusalStatus(settled.code) });
}

export default function DamagePage() {
  const { t } = useTranslation('hosting');
  const { damage, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <BackLink href="/admin/skader" label={t('damage.back')} />
      <AdminHead title={title} />
      {refused?.code === 'already_resolved' && <Notice tone="info" title={t('damage.already')} announce />}
      <DamageFacts damage={damage} />
      {damage.resolution === null && <ResolveForm refused={refused} />}
    </>
  );
}
