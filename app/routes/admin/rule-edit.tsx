import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { RuleForm } from '~/components/rules/rule-form';
import { RuleRefused } from '~/components/rules/rule-refused';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { ruleFields } from '~/modules/bookings/rules/rule-fields';
import { ruleForm } from '~/modules/bookings/rules/rule.schema';
import { loadRuleDraft } from '~/modules/bookings/rules/rules-page.queries.server';
import { saveRule } from '~/modules/bookings/rules/save-rule.server';

export const handle = { i18n: ['rules'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

/** The form of one rule of the draft, or of a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'rules.edit');
  const draft = await loadRuleDraft();
  if (!draft) throw redirect('/admin/regler', { status: 303 });
  const asked = new URL(request.url).searchParams.get('regel');
  const rule = draft.rules.find(({ id }) => id === asked) ?? null;
  if (asked !== null && rule === null) throw notFound();
  const fields: Record<string, string> = rule ? ruleFields(rule) : { sted: 'alle' };
  return {
    isNew: rule === null,
    rooms: draft.rooms,
    values: { ...fields, draft: draft.id, versjon: String(draft.version), regel: rule?.id ?? '' } as Record<string, string>,
    title: i18nFor(localeOf(request)).getFixedT(null, 'rules')(rule ? 'form.changeTitle' : 'form.addTitle'),
  };
}

/** Saves the rule, or shows the form again as it was filled in. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'rules.edit');
  const form = await parseForm(request, ruleForm);
  if (!form.ok) return data({ code: null, errors: form.errors, values: form.values }, { status: 422 });
  const saved = await saveRule(actor, form.value, now());
  if (saved.ok) return redirect('/admin/regler/kladd', { status: 303 });
  switch (saved.code) {
    case 'not_allowed':
      throw new Response(null, { status: 403 });
    case 'scope_taken':
    case 'unknown_room':
      return data({ code: null, errors: { sted: saved.code }, values: form.values }, { status: 422 });
    case 'conflict':
    case 'not_found':
      return data({ code: saved.code, errors: {}, values: form.values }, { status: 409 });
  }
}

export default function RuleEditPage() {
  const { t } = useTranslation('rules');
  const { isNew, rooms, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // After somebody else's change has been told of, saving once more is meant.
  const seen = { draft: values['draft'] ?? '', versjon: values['versjon'] ?? '' };
  const shown = answer ? { ...answer.values, ...(answer.code && seen) } : values;
  return (
    <>
      <BackLink href="/admin/regler/kladd" label={t('form.back')} />
      <AdminHead title={t(isNew ? 'form.addTitle' : 'form.changeTitle')} note={t('form.note')} />
      {answer?.code && <RuleRefused code={answer.code} />}
      <RuleForm rooms={rooms} values={shown} errors={answer?.errors ?? {}} />
    </>
  );
}
