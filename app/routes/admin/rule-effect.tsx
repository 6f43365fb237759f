import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { PublishForm } from '~/components/rules/publish-form';
import { RuleRefused } from '~/components/rules/rule-refused';
import { RulesEffectView } from '~/components/rules/rules-effect-view';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { publishRules } from '~/modules/bookings/rules/publish-rules.server';
import { publishForm } from '~/modules/bookings/rules/rule.schema';
import { loadDraftEffect } from '~/modules/bookings/rules/rules-effect.queries.server';
import { loadRuleDraft } from '~/modules/bookings/rules/rules-page.queries.server';

export const handle = { i18n: ['rules'] };

const PAGE_SIZE = 25;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** What the draft would have done to the last three months, before it is published. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'rules.edit');
  const page = parsePage(new URL(request.url).searchParams);
  const draft = await loadRuleDraft();
  const effect = draft && (await loadDraftEffect(draft.id, { number: page, size: PAGE_SIZE }, now()));
  if (!effect) throw redirect('/admin/regler', { status: 303 });
  const { id, version } = draft;
  return { draft: { id, version }, effect, page, title: i18nFor(localeOf(request)).getFixedT(null, 'rules')('effect.metaTitle') };
}

/** Publishes the draft. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.edit');
  const form = await parseForm(request, publishForm);
  const again = (code: string | null, errors: Record<string, string>, status: number) =>
    data({ code, errors, values: form.values }, { status });
  if (!form.ok) return again(null, form.errors, 422);
  const published = await publishRules(actor, form.value, now());
  if (published.ok) return redirect(`/admin/regler?sagt=${form.value.from === null ? 'published' : 'planned'}`, { status: 303 });
  switch (published.code) {
    case 'not_allowed':
      throw new Response(null, { status: 403 });
    case 'past':
    case 'date_taken':
      return again(null, { dato: published.code }, 422);
    case 'conflict':
      return again(published.code, {}, 409);
    case 'contradiction':
      return again(published.code, {}, 422);
  }
}

export default function RuleEffectPage() {
  const { t } = useTranslation('rules');
  const { draft, effect, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/regler/kladd" label={t('form.back')} />
      <AdminHead title={t('effect.heading')} note={t('effect.note')} />
      {answer?.code && <RuleRefused code={answer.code} />}
      <RulesEffectView effect={effect} page={page} pageSize={PAGE_SIZE} />
      <PublishForm draft={draft} values={answer?.values ?? {}} errors={answer?.errors ?? {}} />
    </>
  );
}
