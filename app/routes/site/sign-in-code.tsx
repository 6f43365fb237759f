import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CodeForm, ResendCode } from '~/components/identity/code-form';
import { NameForm } from '~/components/identity/name-form';
import { SignInErrorSummary, useErrorTexts } from '~/components/identity/sign-in-errors';
import { PageHead } from '~/components/layout/page-head';
import { MarkedText } from '~/components/ui/marked-text';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { minutesToWait, networkAddressOf, retryAfter } from '~/http/rate-limit.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { forgetSignIn, readPendingSignIn, type PendingSignIn } from '~/http/sign-in-cookie.server';
import { getViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { confirmCode, type ConfirmRefusal } from '~/modules/identity/confirm-code.server';
import { requestCode } from '~/modules/identity/request-code.server';
import { hasStaffRole } from '~/modules/identity/role.queries.server';
import { CODE_MINUTES } from '~/modules/identity/sign-in-policy';
import { signInCodeSchema } from '~/modules/identity/sign-in.schema';

export const handle = { i18n: ['common', 'auth'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = await requirePending(request);
  if (await getViewer(request)) throw redirect(pending.next || '/min-side', { status: 303 });
  const t = i18nFor(localeOf(request)).getFixedT(null, 'auth');
  const inboxHref = env.mode === 'demo' ? `/demo/innboks?til=${encodeURIComponent(pending.email)}` : null;
  return { title: t('code.title'), email: pending.email, inboxHref };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const pending = await requirePending(request);
  const posted = await readForm(request);
  const asked = { email: pending.email, locale: localeOf(request), networkAddress: networkAddressOf(context), now: now() };

  if (posted.get('intent') === 'resend') {
    const resent = await requestCode(asked);
    return resent.ok ? data({ resent: true, errors: {}, values: {}, askName: false }) : refusal(resent, {});
  }

  const form = await parseForm(posted, signInCodeSchema);
  if (!form.ok) return data({ ...form, resent: false, askName: 'name' in form.values && !form.errors['code'] }, { status: 422 });
  const userAgent = request.headers.get('user-agent') ?? '';
  const result = await confirmCode({ ...asked, ...form.value, userAgent });
  if (!result.ok) return refusal(result, form.values);

  const { personId, headers } = result.value;
  headers.append('Set-Cookie', await forgetSignIn());
  const home = (await hasStaffRole(personId, asked.now)) ? '/admin' : '/min-side';
  throw redirect(pending.next || home, { status: 303, headers });
}

/** Without a code under way there is nothing to type here. */
async function requirePending(request: Request): Promise<PendingSignIn> {
  const pending = await readPendingSignIn(request);
  if (!pending) throw redirect('/logg-inn', { status: 303 });
  return pending;
}

/** A refusal as the page shows it again. That a name is wanted is no error until the name was asked for. */
function refusal(refused: ConfirmRefusal, values: Record<string, string>) {
  const status = refusalStatus(refused.code);
  switch (refused.code) {
    case 'name_missing': {
      const errors: Record<string, string> = 'name' in values ? { name: refused.code } : {};
      return data({ resent: false, errors, values, askName: true }, { status });
    }
    case 'too_many': {
      const answer = {
        resent: false,
        errors: { form: refused.code },
        values,
        askName: 'name' in values,
        count: minutesToWait(refused.waitSeconds),
      };
      return data(answer, { status, headers: retryAfter(refused.waitSeconds) });
    }
    case 'code_wrong':
      return data({ resent: false, errors: { code: refused.code }, values, askName: false, count: refused.triesLeft }, { status });
    case 'code_expired':
    case 'tries_used_up':
      return data({ resent: false, errors: { code: refused.code }, values: {}, askName: false }, { status });
  }
}

type Answer = { resent: boolean; errors: Record<string, string>; values: Record<string, string>; askName: boolean; count?: number };

export default function SignInCodePage() {
  const { t } = useTranslation('auth');
  const { email, inboxHref } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const texts = useErrorTexts(answer ?? { errors: {} });
  const values = answer?.values ?? {};
  if (answer?.askName) {
    return (
      <div className="wrap page">
        <div className="sign-in">
          <PageHead title={t('code.nameTitle')} lead={t('code.nameLead')} />
          <SignInErrorSummary texts={texts} />
          <NameForm errors={texts} values={values} />
        </div>
      </div>
    );
  }
  const lead = <MarkedText text={t('code.sentTo', { email })} mark={(words) => <b className="sign-in-address">{words}</b>} />;
  return (
    <div className="wrap page">
      <div className="sign-in">
        <PageHead
          title={t('code.title')}
          lead={
            <>
              {lead} {t('code.valid', { minutes: CODE_MINUTES })}
            </>
          }
        />
        <SignInErrorSummary texts={texts} />
        {answer?.resent && (
          <Notice tone="success" title={t('code.resent')} announce>
            {t('code.resentText')}
          </Notice>
        )}
        <CodeForm errors={texts} code={values['code'] ?? ''} inboxHref={inboxHref} />
        <ResendCode />
      </div>
    </div>
  );
}
