import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendMail } from '~/infrastructure/mailer.server';
import { signInCodeMail } from '~/modules/identity/sign-in-code-mail';
import { sendCodeMessage } from '~/modules/identity/sign-in.messages';

/**
 * Job `identity.send-code`. A code that has run out is not sent any more; the job ends, and with it the plain code leaves the job
 * table. Nothing is kept of the mail: what stands in it opens an account.
 */
export async function sendSignInCode(payload: unknown): Promise<void> {
  const { email, code, locale, expiresAt } = sendCodeMessage.parse(payload);
  if (now() >= new Date(expiresAt)) return;
  const t = i18nFor(locale).getFixedT(null, 'mail');
  await sendMail({ to: email, ...signInCodeMail(t, code) });
}
