import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { PaperList } from '~/components/leases/paper-list';
import { paperProblem } from '~/components/leases/paper-words';
import { SendContractForm } from '~/components/leases/send-contract-form';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { type Actor, can } from '~/modules/identity/permissions';
import { findPapersPage } from '~/modules/leases/signing/papers-page.queries.server';
import { sendContract, withdrawContract } from '~/modules/leases/signing/send-contract.server';
import { sendForm, withdrawForm } from '~/modules/leases/signing/signing.schema';

const SAID = ['send', 'withdraw'] as const;

export const handle = { i18n: ['papers'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor, person } = await requireStaff(request, 'lease.view');
  const page = await findPapersPage(requireId(params.id), person, now());
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt');
  return {
    ...{ page, mayEdit: can(actor, 'lease.edit'), said: SAID.find((word) => word === said) ?? null },
    title: i18nFor(localeOf(request)).getFixedT(null, 'papers')('metaTitle'),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'lease.edit');
  const id = requireId(params.id);
  const posted = await readForm(request);
  return posted.get('intent') === 'withdraw' ? withdraw(actor, id, posted) : send(actor, id, posted);
}

async function send(actor: Actor, id: string, posted: FormData) {
  const form = await parseForm(posted, sendForm);
  if (!form.ok) return refused({ values: form.values, errors: form.errors }, 422);
  const sent = await sendContract(actor, id, form.value, now());
  if (sent.ok) return redirect(`/admin/leieavtaler/${id}/dokumenter?sagt=send`, { status: 303 });
  if (sent.code === 'not_found') throw notFound();
  return refused({ values: form.values, errors: { [sent.code === 'same_signer' ? 'leietakerEpost' : 'form']: sent.code } }, 409);
}

async function withdraw(actor: Actor, id: string, posted: FormData) {
  const form = await parseForm(posted, withdrawForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const withdrawn = await withdrawContract(actor, form.value.signingId, now());
  if (withdrawn.ok) return redirect(`/admin/leieavtaler/${id}/dokumenter?sagt=withdraw`, { status: 303 });
  if (withdrawn.code === 'not_found') throw notFound();
  return refused({ code: withdrawn.code }, 409);
}

type Typed = { values: Record<string, string>; errors: Record<string, string>; code: string | null };

function refused(answer: Partial<Typed>, status: number) {
  return data({ values: null, errors: {}, code: null, ...answer }, { status });
}

export default function LeasePapersPage() {
  const { t } = useTranslation('papers');
  const { page, mayEdit, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { leaseId, reference, tenant, papers, signing } = page;
  return (
    <>
      <BackLink href={`/admin/leieavtaler/${leaseId}`} label={t('back')} />
      <AdminHead title={t('title')} note={t('of', { reference, tenant })} />
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {answer?.code && <Notice tone="warning" title={paperProblem(answer.code, t)} announce />}
      <PaperList papers={papers} desk mayEdit={mayEdit} />
      {mayEdit && signing === 'possible' && (
        <SendContractForm leaseId={leaseId} values={answer?.values ?? page.values} errors={answer?.errors ?? {}} />
      )}
      {mayEdit && signing === 'not_offered' && <p className="desk-section muted">{t('send.notOffered')}</p>}
    </>
  );
}
