/** What the mail says to somebody who booked silence, and whose neighbour will be loud. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';

export interface LoudMailFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly reference: string;
  /** At least one: their own time and room, and when it is loud next door. Whose that is, is never told. */
  readonly times: readonly { readonly own: Interval; readonly roomName: string; readonly loud: Interval }[];
  readonly url: string;
}

/** A series may be beside a series: the first dates are named, the page has the rest. */
const MOST_NAMED = 12;

export function loudMail({ locale, name, reference, times, url }: LoudMailFacts, t: TFunction<'loudMail'>): MailContent {
  const [first] = times;
  const named = times.slice(0, MOST_NAMED).map(({ own, roomName, loud }) => ({
    term: `${formatSpan(own.start, own.end, locale)}, ${roomName}`,
    value: t('loud', { span: formatSpan(loud.start, loud.end, locale) }),
  }));
  const more = times.length - named.length;
  return renderMail({
    locale,
    subject: first
      ? t('subject', { room: first.roomName, when: formatSpan(first.own.start, first.own.end, locale), count: times.length })
      : t('title'),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t('title'),
    paragraphs: [t('intro', { count: times.length })],
    facts: [...named, { term: t('reference'), value: reference }],
    prices: [],
    button: { label: t('open'), url },
    closing: [more > 0 ? t('more', { count: more }) : '', t('choice')].filter((text) => text !== ''),
    sender: t('sender'),
  });
}
