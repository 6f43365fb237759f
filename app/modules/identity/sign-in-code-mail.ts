import type { TFunction } from 'i18next';
import { CODE_MINUTES } from './sign-in-policy';

export type MailContent = { readonly subject: string; readonly html: string; readonly text: string };

/** The mail with a one-time code. The code stands on a line of its own, and first in the subject, where a locked phone shows it. */
export function signInCodeMail(t: TFunction<'mail'>, code: string): MailContent {
  const subject = t('signIn.subject', { code });
  const intro = t('signIn.intro');
  const validity = t('signIn.validity', { minutes: CODE_MINUTES });
  const notYou = t('signIn.notYou');
  const sender = t('signIn.sender');
  return {
    subject,
    text: [intro, code, validity, notYou, sender].join('\n\n') + '\n',
    html: `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px 16px;background:#f5f4f2;color:#1f1a17;font:17px/1.5 Inter,Arial,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:28px 24px;background:#ffffff;border-top:4px solid #e2a93b">
<p style="margin:0 0 16px">${intro}</p>
<p style="margin:0 0 16px;padding:16px 0;background:#9b2f22;color:#ffffff;font-size:40px;line-height:1;font-weight:700;letter-spacing:6px;text-align:center">${code}</p>
<p style="margin:0 0 16px">${validity}</p>
<p style="margin:0;color:#564e48;font-size:15px">${notYou}</p>
</div>
<p style="max-width:480px;margin:16px auto 0;color:#564e48;font-size:13px">${sender}</p>
</body></html>
`,
  };
}
