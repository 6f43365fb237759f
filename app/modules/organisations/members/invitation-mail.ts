import type { TFunction } from 'i18next';
import { formatMoment } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { MembershipRole } from '../../identity/permissions';

export interface InvitationMailFacts {
  readonly locale: Locale;
  /** Empty for somebody who is not known yet. */
  readonly name: string;
  readonly organisationName: string;
  readonly isBand: boolean;
  readonly inviterName: string;
  readonly role: MembershipRole;
  readonly expiresAt: Date;
  readonly url: string;
}

/** The mail that asks somebody to join an organisation. What people called it or themselves is shown as text, never as anything else. */
export function invitationMail(facts: InvitationMailFacts, t: TFunction<'bands'>): MailContent {
  const { locale, name, organisationName, isBand, inviterName, role, expiresAt, url } = facts;
  const who = { band: organisationName, inviter: inviterName };
  return renderMail({
    locale,
    subject: t('mail.subject', who),
    greeting: name === '' ? t('mail.greeting') : t('mail.greetingName', { name }),
    title: t('mail.title', who),
    paragraphs: [t(isBand ? 'mail.intro' : 'mail.introOrganisation', who)],
    facts: [
      { term: t('mail.role'), value: t(`role.${role}`) },
      { term: t('mail.until'), value: formatMoment(expiresAt, locale) },
    ],
    prices: [],
    button: { label: t('mail.open'), url },
    closing: [t('mail.account'), t(isBand ? 'mail.ignore' : 'mail.ignoreOrganisation')],
    sender: t('mail.sender'),
  });
}
