import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ClosurePlanView } from '~/components/desk/closure-plan-view';
import { ClosureRefused } from '~/components/desk/closure-refused';
import { closureScopeText, closureTimesText } from '~/components/desk/closure-times';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { Notice } from '~/components/ui/notice';
import { type FormErrors, parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { DATES_A_PAGE, loadClosurePlan } from '~/modules/availability/closure-plan.queries.server';
import { closureReasonSchema } from '~/modules/availability/closure.schema';
import { editClosureReason } from '~/modules/availability/edit-closure-reason.server';
import { findStandingHits } from '~/modules/bookings/closure-hits.queries.server';
import { listPlanOffers } from '~/modules/bookings/closure-offers/plan-offers.queries.server';
import { resendOffer } from '~/modules/bookings/closure-offers/resend-offer.server';
import { liftForm } from '~/modules/availability/closure.schema';
import { openRooms } from '~/modules/bookings/open-rooms.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['closures'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

const SAID = ['closed', 'lifted', 'reason', 'resent', 'answered'] as const;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const { actor } = await requireStaff(request, 'closure.create');
  const asked = new URL(request.url).searchParams;
  const moment = now();
  const pageOf = (name: string) => parsePage(new URLSearchParams({ side: asked.get(name) ?? '' }));
  const plan = await loadClosurePlan(id, pageOf('datoer'), moment);
  if (!plan) throw notFound();
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'closures')('metaTitle'),
    now: moment,
    plan,
    offers: await listPlanOffers(actor, id, pageOf('tilbud')),
    hits: await findStandingHits(actor, plan.standing, { unofferedBy: id, page: parsePage(asked) }, moment),
    said: SAID.find((word) => word === asked.get('sagt')) ?? null,
    mayLift: can(actor, 'closure.lift'),
    pageSize: DATES_A_PAGE,
  };
}

const resendForm = z.object({ offerId: z.uuid(), sent: z.coerce.number().int().min(0) });

export async function action({ params, request }: ActionFunctionArgs) {
  const planId = requireId(params.id);
  const { actor } = await requireStaff(request, 'closure.create');
  const posted = await readForm(request);
  const back = (said: string) => redirect(`/admin/stengninger/${planId}?sagt=${said}`, { status: 303 });
  if (posted.get('intent') === 'reason') {
    const form = await parseForm(posted, closureReasonSchema);
    if (!form.ok) return refused('', 422, form.errors, form.values);
    const edited = await editClosureReason(actor, { planId, reason: form.value }, now());
    return edited.ok ? back('reason') : refused(edited.code, refusalStatus(edited.code));
  }
  if (posted.get('intent') === 'resend') {
    const form = await parseForm(posted, resendForm);
    if (!form.ok) throw new Response(null, { status: 400 });
    const sent = await resendOffer(actor, form.value, now());
    return sent.ok ? back('resent') : refused(sent.code, refusalStatus(sent.code));
  }
  const form = await parseForm(posted, liftForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const lifted = await openRooms(actor, { planId, ...form.value }, now());
  if (lifted.ok) return back('lifted');
  if (lifted.code === 'not_allowed') throw new Response(null, { status: 403 });
  return refused(lifted.code, refusalStatus(lifted.code));
}

function refused(code: string, status: number, errors: FormErrors = {}, values: Record<string, string> | null = null) {
  return data({ code, errors, values }, { status });
}

export default function ClosurePage() {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { plan, said } = page;
  return (
    <>
      <BackLink href="/admin/stengninger" label={t('back')} />
      <AdminHead title={closureScopeText(plan.scope, t)} note={`${closureTimesText(plan, t, locale)}. ${plan.reason[locale]}`} />
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {answer?.code && <ClosureRefused code={answer.code} />}
      <ClosurePlanView key={said} {...page} values={answer?.values ?? null} errors={answer?.errors ?? {}} />
    </>
  );
}
