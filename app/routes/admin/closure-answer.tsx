import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OfferAnswerView } from '~/components/closure-offer/offer-answer-view';
import { OfferRefused } from '~/components/closure-offer/offer-refused';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { answerForCustomer } from '~/modules/bookings/closure-offers/answer-offer.server';
import { loadOfferForStaff } from '~/modules/bookings/closure-offers/letter-page.queries.server';
import { offerAnswerForm, readOfferQuestion } from '~/modules/bookings/closure-offers/offer-answer.schema';

export const handle = { i18n: ['booking', 'change', 'closureOffer'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** One who is hit by a closure, for staff who have called. What is answered already is shown on the closure. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const [planId, offerId] = [requireId(params.id), requireId(params.offerId)];
  const { actor } = await requireStaff(request, 'closure.create');
  const { question, draft } = readOfferQuestion(new URL(request.url).searchParams);
  const page = await loadOfferForStaff(actor, offerId, question.wanted, now());
  if (page?.planId !== planId) throw notFound();
  if (!page.chosen) throw redirect(`/admin/stengninger/${planId}`, { status: 303 });
  const t = i18nFor(localeOf(request)).getFixedT(null, 'closureOffer');
  const title = t('staffTitle', { reference: page.reference });
  return { page, chosen: page.chosen, draft, wanted: question.wanted, now: now(), requestKey: newId(), planId, title };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const [planId, offerId] = [requireId(params.id), requireId(params.offerId)];
  const { actor } = await requireStaff(request, 'closure.create');
  const form = await parseForm(request, offerAnswerForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const answered = await answerForCustomer(actor, offerId, form.value.answer, now());
  if (answered.ok) return redirect(`/admin/stengninger/${planId}?sagt=answered`, { status: 303 });
  if (answered.code === 'not_found') throw notFound();
  return data({ refusal: answered }, { status: refusalStatus(answered.code) });
}

export default function ClosureAnswerRoute() {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { page, planId, title } = loaded;
  return (
    <>
      <BackLink href={`/admin/stengninger/${planId}`} label={t('staffBack')} />
      <AdminHead title={title} note={t('staffLead', { reason: page.reason[locale] })} />
      {refusal && <OfferRefused refusal={refusal} />}
      <OfferAnswerView {...loaded} />
    </>
  );
}
