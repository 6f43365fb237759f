import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { type AdjustmentProblem, adjustmentProblem } from '~/components/leases/adjustment-words';
import { DueAdjustments } from '~/components/leases/due-adjustments';
import { NotifiedAdjustments } from '~/components/leases/notified-adjustments';
import { useLocale } from '~/components/site/use-locale';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { can, type Actor } from '~/modules/identity/permissions';
import { adjustmentForm } from '~/modules/leases/price-index/adjustment.schema';
import { findAdjustmentsPage } from '~/modules/leases/price-index/adjustments-page.queries.server';
import { notifyAdjustment, type SeenAdjustment, withdrawAdjustment } from '~/modules/leases/price-index/notify-adjustment.server';

export const handle = { i18n: ['adjustments'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'index.view');
  const said = new URL(request.url).searchParams.get('sagt') ?? '';
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'adjustments')('metaTitle'),
    mayAdjust: can(actor, 'index.adjust'),
    withdrawn: said === 'trukket',
    notified: /^\d{1,3}$/.test(said) ? Number(said) : 0,
    page: await findAdjustmentsPage(now()),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'index.adjust');
  const form = await parseForm(request, adjustmentForm);
  if (!form.ok) return problems([{ code: form.errors['varsle'] === 'nothing_chosen' ? 'nothing_chosen' : 'invalid' }], 422);
  if (form.value.intent === 'notify') return notifyAll(actor, form.value.varsle);
  const withdrawn = await withdrawAdjustment(actor, form.value.id, now());
  if (!withdrawn.ok && withdrawn.code !== 'not_allowed') return problems([{ code: withdrawn.code }], 409);
  return redirect('/admin/indeks/regulering?sagt=trukket', { status: 303 });
}

/** Each by itself: one that cannot be sent does not keep the others back. */
async function notifyAll(actor: Actor, chosen: readonly SeenAdjustment[]) {
  const refused: (AdjustmentProblem & { leaseId: string })[] = [];
  for (const seen of chosen) {
    const notified = await notifyAdjustment(actor, seen, now());
    if (!notified.ok && notified.code !== 'not_allowed') refused.push({ ...notified, leaseId: seen.leaseId });
  }
  const sent = chosen.length - refused.length;
  return refused.length === 0 ? redirect(`/admin/indeks/regulering?sagt=${sent}`, { status: 303 }) : problems(refused, 409, sent);
}

function problems(items: readonly (AdjustmentProblem & { leaseId?: string })[], status: number, sent = 0) {
  return data({ problems: items, sent }, { status });
}

export default function AdjustmentsPage() {
  const { t } = useTranslation('adjustments');
  const locale = useLocale();
  const { page, mayAdjust, notified, withdrawn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const names = new Map([...page.due, ...page.waiting].map(({ leaseId, tenant }) => [leaseId, tenant]));
  const sent = answer?.sent ?? notified;
  const chosenNothing = answer?.problems.find(({ code }) => code === 'nothing_chosen');
  return (
    <>
      <BackLink href="/admin/indeks" label={t('toIndex')} />
      <AdminHead title={t('title')} note={t('note')} />
      {sent > 0 && <Notice tone="success" title={t('said.notified', { count: sent })} announce />}
      {withdrawn && !answer && <Notice tone="success" title={t('said.withdrawn')} announce />}
      {answer && !chosenNothing && (
        <Notice tone="warning" title={t('notSent')} announce>
          {answer.problems.map(({ leaseId, ...problem }, index) => (
            <p key={leaseId ?? index}>
              {leaseId && names.has(leaseId) && <b>{names.get(leaseId)}: </b>}
              {adjustmentProblem(problem, locale, t)}
            </p>
          ))}
        </Notice>
      )}
      <section className="desk-section">
        <SectionHeader title={t('due')} />
        {page.due.length === 0 ? (
          <EmptyState title={t('dueEmpty')}>{t('dueEmptyText')}</EmptyState>
        ) : (
          <DueAdjustments
            items={page.due}
            mayNotify={mayAdjust}
            error={chosenNothing ? adjustmentProblem(chosenNothing, locale, t) : null}
          />
        )}
      </section>
      {page.notified.length > 0 && (
        <section className="desk-section">
          <SectionHeader title={t('notified')} />
          <NotifiedAdjustments items={page.notified} mayWithdraw={mayAdjust} />
        </section>
      )}
      {page.waiting.length > 0 && (
        <section className="desk-section">
          <SectionHeader title={t('waiting')} />
          <ul className="desk-list">
            {page.waiting.map(({ leaseId, number, tenant, why }) => (
              <li key={leaseId}>
                <a href={`/admin/leieavtaler/${leaseId}`}>{`${tenant}, L-${number}`}</a>
                <span>{adjustmentProblem(why, locale, t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
