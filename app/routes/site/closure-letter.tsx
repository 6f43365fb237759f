import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LetterView } from '~/components/closure-offer/letter-view';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { answerByLink } from '~/modules/bookings/closure-offers/answer-offer.server';
import { loadLetterPage } from '~/modules/bookings/closure-offers/letter-page.queries.server';
import { offerAnswerForm, readOfferQuestion, readSaid } from '~/modules/bookings/closure-offers/offer-answer.schema';

export const handle = { i18n: ['common', 'booking', 'change', 'closureOffer'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageMeta(page?.title ?? ''),
  { name: 'robots', content: 'noindex' },
];

/** The address is the key: looking and answering need no signing in. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const { question, draft } = readOfferQuestion(searchParams);
  const present = now();
  const page = await loadLetterPage(params.token ?? '', question, present);
  if (!page) throw notFound();
  return {
    ...{ page, draft, wanted: question.wanted, now: present, said: readSaid(searchParams), requestKey: newId() },
    title: i18nFor(localeOf(request)).getFixedT(null, 'closureOffer')('metaTitle'),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const form = await parseForm(request, offerAnswerForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { offerId, answer } = form.value;
  const answered = await answerByLink(token, offerId, answer, now());
  if (answered.ok) return redirect(`/stengt/${token}?sagt=${answer.kind}`, { status: 303 });
  if (answered.code === 'not_found') throw notFound();
  return data({ refusal: answered }, { status: refusalStatus(answered.code) });
}

export default function ClosureLetterRoute() {
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return <LetterView {...loaded} refusal={refusal} />;
}
