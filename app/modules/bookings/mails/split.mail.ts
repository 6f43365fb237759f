/** What the mails about split payments say. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { SplitMailFacts } from '../split/split-mail.queries.server';
import type { SplitMailKind } from '../split/split.messages';

export function splitMail(kind: SplitMailKind, facts: SplitMailFacts, t: TFunction<'splitMail'>): MailContent {
  const { locale, name, organiser, roomName, buildingName, start, end, occurrences, url } = facts;
  const words = {
    organiser: organiser === '' ? t('somebody') : organiser,
    room: roomName,
    amount: formatOre(facts.amountOre, locale),
    back: formatOre(facts.refundOre, locale),
    deadline: formatMoment(facts.deadline, locale),
    paid: facts.paidCount,
    count: facts.count,
  };
  const when = formatSpan(start, end, locale);
  return renderMail({
    locale,
    subject: t(`${kind}.subject`, { ...words, when }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${kind}.title`, words),
    paragraphs: [t(`${kind}.text`, words)],
    facts: [
      { term: t('when'), value: occurrences > 1 ? t('whenMany', { when, count: occurrences - 1 }) : when },
      { term: t('where'), value: `${roomName}, ${buildingName}` },
      { term: t('reference'), value: facts.reference },
    ],
    prices: kind === 'invited' ? [{ label: t('share'), amount: words.amount }] : [],
    button: { label: t(`${kind}.button`, words), url },
    closing: [t(`${kind}.closing`, words)],
    sender: t('sender'),
  });
}
