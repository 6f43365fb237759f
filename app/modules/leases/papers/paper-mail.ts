import type { TFunction } from 'i18next';
import { formatDate } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';

export interface PaperMailFacts {
  readonly kind: 'index_letter' | 'index_withdrawn';
  readonly locale: Locale;
  /** Empty for an organisation's own address. */
  readonly name: string;
  readonly reference: string;
  readonly tenant: string;
  readonly effectiveOn: LocalDate;
  readonly url: string;
}

/** What is sent along with a letter about a lease, or to say that it no longer holds. */
export function paperMail(
  { kind, locale, name, reference, tenant, effectiveOn, url }: PaperMailFacts,
  t: TFunction<'paperMail'>,
): MailContent {
  const from = formatDate(effectiveOn, locale);
  return renderMail({
    locale,
    subject: t(`${kind}.subject`, { from, reference }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${kind}.title`, { from }),
    paragraphs: [t(`${kind}.text`, { from })],
    facts: [
      { term: t('tenant'), value: tenant },
      { term: t('lease'), value: reference },
    ],
    prices: [],
    button: { label: t('open'), url },
    closing: [t('ask')],
    sender: t('sender'),
  });
}
