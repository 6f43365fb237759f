import type { TFunction } from 'i18next';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import { CODE_MINUTES } from './signing';

export interface SigningMailFacts {
  readonly kind: 'asked' | 'code' | 'signed' | 'declined' | 'withdrawn';
  readonly locale: Locale;
  readonly name: string;
  readonly title: string;
  /** Whom they sign for. */
  readonly organisationName: string;
  readonly code: string | null;
  readonly url: string;
}

/** Mails to who signs a contract: asked to, their code, and how it went. */
export function signingMail(
  { kind, locale, name, title, organisationName, code, url }: SigningMailFacts,
  t: TFunction<'signingMail'>,
): MailContent {
  const values = { title, code: code ?? '', minutes: CODE_MINUTES };
  return renderMail({
    locale,
    subject: t(`${kind}.subject`, values),
    greeting: t('greeting', { name }),
    title: t(`${kind}.title`, values),
    paragraphs: [t(`${kind}.text`, values), ...(code ? [code] : [])],
    facts: [
      { term: t('contract'), value: title },
      { term: t('for'), value: organisationName },
    ],
    prices: [],
    button: { label: t(`${kind}.open`), url },
    closing: [t('ask')],
    sender: t('sender'),
  });
}
