/** What the mails of waiting lists say. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { WaitingMailFacts } from '../waiting/waiting-mail.queries.server';
import type { WaitingMailKind } from '../waiting/waiting.messages';
import { type MailContent, renderMail } from '~/lib/mail-layout';

export function waitingMail(kind: WaitingMailKind, facts: WaitingMailFacts, t: TFunction<'waiting'>): MailContent {
  const { locale, name, roomName, buildingName, start, end, until, totalOre, url } = facts;
  const when = formatSpan(start, end, locale);
  return renderMail({
    locale,
    subject: t(`mail.${kind}.subject`, { room: roomName, when }),
    greeting: name === '' ? t('mail.greeting') : t('mail.greetingName', { name }),
    title: t(`mail.${kind}.title`),
    paragraphs: [kind === 'offered' ? t('mail.offered.text', { deadline: formatMoment(until ?? start, locale) }) : t('mail.expired.text')],
    facts: [
      { term: t('mail.when'), value: when },
      { term: t('mail.where'), value: `${roomName}, ${buildingName}` },
      ...(kind === 'offered' ? [{ term: t('mail.price'), value: formatOre(totalOre, locale) }] : []),
    ],
    prices: [],
    button: { label: t(`mail.${kind}.button`), url },
    closing: [t(`mail.${kind}.closing`)],
    sender: t('mail.sender'),
  });
}
