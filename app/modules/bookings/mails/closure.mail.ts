/** What the mails say when the house closes over a booking, and when it does not after all. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import { earlier } from '~/lib/interval';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { ClosureMailFacts } from '../closure-offers/closure-mail.queries.server';
import type { ClosureMailKind } from '../closure-offers/closure-offer.messages';

/** More are counted: the page behind the button lists them all. */
const MOST_DATES = 12;

export function closureMail(kind: ClosureMailKind, facts: ClosureMailFacts, t: TFunction<'closureMail'>): MailContent {
  const { locale, name, reference, reason, mayKeep, dates, url } = facts;
  const [first] = dates;
  const count = dates.length;
  const when = first && count === 1 ? formatSpan(first.start, first.end, locale) : t('dates', { count });
  const until = dates.map(({ answerBy }) => answerBy).reduce(earlier);
  const shown = dates.slice(0, MOST_DATES);
  return renderMail({
    locale,
    subject: t(`${kind}.subject`, { when, room: first?.roomName ?? '' }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${kind}.title`),
    paragraphs:
      kind === 'offered'
        ? [t('offered.text', { reason, count }), t(mayKeep ? 'offered.keep' : 'offered.choose', { deadline: formatMoment(until, locale) })]
        : [t('withdrawn.text', { count })],
    facts: [
      ...shown.map(({ start, end, roomName }) => ({ term: roomName, value: formatSpan(start, end, locale) })),
      ...(count > shown.length ? [{ term: '', value: t('more', { count: count - shown.length }) }] : []),
      { term: t('reference'), value: reference },
    ],
    prices: [],
    button: { label: t(`${kind}.button`), url },
    closing: kind === 'offered' ? [t(mayKeep ? 'offered.silenceKeeps' : 'offered.silence')] : [t('withdrawn.closing')],
    sender: t('sender'),
  });
}
