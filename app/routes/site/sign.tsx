import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SignView } from '~/components/leases/sign-view';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { originOf } from '~/http/origin.server';
import { getViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { askForSigningCode, declineContract, noteLook, signContract } from '~/modules/leases/signing/sign-contract.server';
import { findSigningPage } from '~/modules/leases/signing/signing-page.queries.server';
import { signForm } from '~/modules/leases/signing/signing.schema';

export const handle = { i18n: ['common', 'papers'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageMeta(page?.title ?? ''),
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
];

/** The address is the key to read; signing asks for a code by mail, or for being signed in with the same address. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const page = await findSigningPage(token);
  if (!page) throw notFound();
  if (page.state === 'open') await noteLook(token, 'opened', originOf(request, context), now());
  const viewer = await getViewer(request);
  return {
    ...{ token, page, asSigner: viewer?.person.email.toLowerCase() === page.signer.email.toLowerCase() },
    codeSent: new URL(request.url).searchParams.get('kode') === 'sendt',
    title: i18nFor(localeOf(request)).getFixedT(null, 'papers')('sign.metaTitle', { title: page.title }),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const origin = originOf(request, context);
  const form = await parseForm(request, signForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const { value } = form;
  const done = await carryOut();
  if (done.ok) return redirect(`/signer/${token}${value.intent === 'code' ? '?kode=sendt' : ''}`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  const field = done.code.startsWith('code_') ? 'kode' : 'form';
  return data({ values: form.values, errors: { [field]: done.code } }, { status: field === 'kode' ? 422 : 409 });

  async function carryOut() {
    switch (value.intent) {
      case 'code':
        return askForSigningCode(token, origin, now());
      case 'decline':
        return declineContract(token, value.grunn, origin, now());
      case 'sign': {
        const viewer = await getViewer(request);
        const signature = { typedName: value.navn, code: value.kode || null, sessionEmail: viewer?.person.email ?? null };
        return signContract(token, signature, origin, now());
      }
    }
  }
}

export default function SignPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SignView {...loaded} values={answer?.values ?? {}} errors={answer?.errors ?? {}} />;
}
