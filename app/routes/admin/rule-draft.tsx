import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { RuleDraftView } from '~/components/rules/rule-draft-view';
import { RuleRefused } from '~/components/rules/rule-refused';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import type { Result } from '~/lib/result';
import type { DraftRefusal } from '~/modules/bookings/rules/change-rule-draft.server';
import { discardRuleDraft } from '~/modules/bookings/rules/discard-rule-draft.server';
import { removeRule } from '~/modules/bookings/rules/remove-rule.server';
import { draftForm, peakForm, removeForm } from '~/modules/bookings/rules/rule.schema';
import { loadRuleDraft } from '~/modules/bookings/rules/rules-page.queries.server';
import { setPeakHours } from '~/modules/bookings/rules/set-peak-hours.server';

export const handle = { i18n: ['rules'] };

const PATH = '/admin/regler/kladd';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** The draft of the rules; without one, the rules themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'rules.edit');
  const draft = await loadRuleDraft();
  if (!draft) throw redirect('/admin/regler', { status: 303 });
  return { draft, title: i18nFor(localeOf(request)).getFixedT(null, 'rules')('draft.metaTitle') };
}

/** Moves the peak hours, takes a rule out, or throws the draft away. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.edit');
  const posted = await readForm(request);
  switch (posted.get('intent')) {
    case 'peak':
      return change(posted, peakForm, (peak) => setPeakHours(actor, peak, now()));
    case 'remove':
      return change(posted, removeForm, (removal) => removeRule(actor, removal, now()));
    case 'discard':
      return change(posted, draftForm, (seen) => discardRuleDraft(actor, seen, now()), '/admin/regler?sagt=discarded');
    default:
      throw new Response(null, { status: 400 });
  }
}

async function change<S extends z.ZodType>(
  posted: FormData,
  schema: S,
  apply: (value: z.output<S>) => Promise<Result<null, DraftRefusal>>,
  next = PATH,
) {
  const form = await parseForm(posted, schema);
  if (!form.ok) return data({ code: null, errors: form.errors, values: form.values }, { status: 422 });
  const done = await apply(form.value);
  if (done.ok) return redirect(next, { status: 303 });
  if (done.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ code: done.code, errors: {}, values: null }, { status: 409 });
}

export default function RuleDraftPage() {
  const { t } = useTranslation('rules');
  const { draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/regler" label={t('draft.back')} />
      <AdminHead title={t('draft.title')} note={t('draft.note')} />
      {answer?.code && <RuleRefused code={answer.code} />}
      <RuleDraftView key={draft.version} draft={draft} errors={answer?.errors ?? {}} values={answer?.values ?? null} />
    </>
  );
}
