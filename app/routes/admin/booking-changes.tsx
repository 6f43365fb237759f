import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChangeDesk } from '~/components/change/change-desk';
import { stepRefusalText } from '~/components/change/step-refusal';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { loadChangeDesk } from '~/modules/bookings/changes/change-list.queries.server';
import { deskChangeSchema } from '~/modules/bookings/changes/desk-change.schema';
import { takeChangeStep } from '~/modules/bookings/changes/take-change-step.server';

const SAID = ['undone', 'given_up', 'undo_waits', 'overrun', 'overrun_link', 'overrun_covered'] as const;

export const handle = { i18n: ['booking', 'change'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, 'booking.change_always');
  const desk = await loadChangeDesk(requireId(params['id']), now());
  if (!desk) throw notFound();
  const asked = new URL(request.url).searchParams.get('sagt');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'change')('desk.metaTitle', { reference: desk.reference }),
    desk,
    requestKeys: desk.ended.map(() => newId()),
    said: SAID.find((word) => word === asked) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireStaff(request, 'booking.change_always');
  const form = await parseForm(request, deskChangeSchema);
  if (!form.ok) throw new Response(null, { status: 400 });
  const taken = await takeChangeStep(actor, id, form.value, now());
  if (taken.ok) return redirect(`/admin/bestillinger/${id}/endringer?sagt=${taken.value}`, { status: 303 });
  if (taken.code === 'not_found') throw notFound();
  const typed = form.value.intent === 'overrun' ? { [form.value.forekomst]: form.value.til } : {};
  return data({ refusal: taken, typed }, { status: refusalStatus(taken.code) });
}

export default function ChangesPage() {
  const { t } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const { desk, requestKeys, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink href={`/admin/bestillinger/${desk.bookingId}`} label={t('back')} />
      <AdminHead title={t('desk.title', { reference: desk.reference })} />
      {said && !refused && <Notice tone="success" title={t(`desk.said.${said}`)} announce />}
      {refused && (
        <Notice tone="danger" title={t('desk.nothingDone')} announce>
          <p>{stepRefusalText(refused.refusal, { t, words, locale, byHub: true })}</p>
        </Notice>
      )}
      <ChangeDesk desk={desk} requestKeys={requestKeys} typed={refused?.typed ?? {}} />
    </>
  );
}
