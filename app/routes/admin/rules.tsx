import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AdminHead } from '~/components/layout/admin-top';
import { RuleRefused } from '~/components/rules/rule-refused';
import { RulesOverview } from '~/components/rules/rules-overview';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadRulesPage } from '~/modules/bookings/rules/rules-page.queries.server';
import { startRuleDraft } from '~/modules/bookings/rules/start-rule-draft.server';
import { withdrawRules } from '~/modules/bookings/rules/withdraw-rules.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['rules'] };

const SAID = ['published', 'planned', 'discarded'] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** The rules of the house in words. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.view');
  const asked = new URL(request.url).searchParams.get('sagt');
  return {
    page: await loadRulesPage(now()),
    mayEdit: can(actor, 'rules.edit'),
    said: SAID.find((word) => word === asked) ?? null,
    title: i18nFor(localeOf(request)).getFixedT(null, 'rules')('metaTitle'),
  };
}

const actionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start') }),
  z.object({ intent: z.literal('withdraw'), sett: z.guid() }),
]);

/** Begins a draft, or takes back rules that have not begun. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.edit');
  const form = await parseForm(request, actionForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const done = form.value.intent === 'start' ? await startRuleDraft(actor, now()) : await withdrawRules(actor, form.value.sett, now());
  if (done.ok) return redirect('/admin/regler/kladd', { status: 303 });
  if (done.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ code: done.code }, { status: 409 });
}

export default function RulesPage() {
  const { t } = useTranslation('rules');
  const { page, mayEdit, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AdminHead title={t('title')} note={t('note')} />
      {answer && <RuleRefused code={answer.code} />}
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      <RulesOverview page={page} mayEdit={mayEdit} />
    </>
  );
}
