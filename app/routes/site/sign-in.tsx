import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DemoAccounts } from '~/components/identity/demo-accounts';
import { SignInErrorSummary, useErrorTexts } from '~/components/identity/sign-in-errors';
import { PageHead } from '~/components/layout/page-head';
import { Button } from '~/components/ui/button';
import { TextField } from '~/components/ui/text-input';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { minutesToWait, networkAddressOf, retryAfter } from '~/http/rate-limit.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { safePath } from '~/http/safe-path';
import { rememberSignIn } from '~/http/sign-in-cookie.server';
import { getViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { DEMO_ACCOUNTS } from '~/modules/identity/demo-accounts';
import { requestCode } from '~/modules/identity/request-code.server';
import { signInSchema } from '~/modules/identity/sign-in.schema';

export const handle = { i18n: ['common', 'auth'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The path to go to after signing in; empty for none in particular. */
const nextPath = (request: Request) => safePath(new URL(request.url).searchParams.get('neste'), '');

export async function loader({ request }: LoaderFunctionArgs) {
  const next = nextPath(request);
  if (await getViewer(request)) throw redirect(next || '/min-side', { status: 303 });
  const t = i18nFor(localeOf(request)).getFixedT(null, 'auth');
  return { title: t('signIn.title'), continues: next !== '' && next !== '/', demoAccounts: env.mode === 'demo' ? DEMO_ACCOUNTS : [] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });
  const { email } = form.value;
  const result = await requestCode({ email, locale: localeOf(request), networkAddress: networkAddressOf(context), now: now() });
  if (!result.ok) {
    const answer = { errors: { form: result.code }, values: form.values, count: minutesToWait(result.waitSeconds) };
    return data(answer, { status: refusalStatus(result.code), headers: retryAfter(result.waitSeconds) });
  }
  const cookie = await rememberSignIn({ email, next: nextPath(request) });
  throw redirect('/logg-inn/kode', { status: 303, headers: { 'Set-Cookie': cookie } });
}

export default function SignInPage() {
  const { t } = useTranslation('auth');
  const { continues, demoAccounts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const texts = useErrorTexts(refused ?? { errors: {} });
  return (
    <div className="wrap page columns">
      <div className="sign-in">
        <PageHead title={t('signIn.title')} lead={continues ? t('signIn.continueLead') : t('signIn.lead')} />
        <SignInErrorSummary texts={texts} />
        <Form method="post" className="sign-in-form" noValidate>
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('signIn.email')}
            error={texts['email']}
            defaultValue={refused?.values['email']}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <div className="row-of">
            <Button variant="primary" size="xl">
              {t('signIn.send')}
            </Button>
          </div>
        </Form>
        <p className="small muted">{t('signIn.privacy')}</p>
      </div>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} />}
    </div>
  );
}
