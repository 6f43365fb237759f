/** What each mail about a released time says. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { PaymentMethod } from '../booking';
import type { ReleasedMailKind } from '../released/released.messages';

export interface ReleasedMailFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly reference: string;
  readonly roomName: string;
  readonly start: Date;
  readonly end: Date;
  readonly paymentMethod: PaymentMethod;
  readonly creditOre: number;
  readonly bookingUrl: string;
  /** Where it can be taken back. */
  readonly timeUrl: string;
}

type Translate = TFunction<'releasedMail'>;

export function releasedMail(kind: ReleasedMailKind, facts: ReleasedMailFacts, t: Translate): MailContent {
  const { locale, name, roomName, start, end, reference } = facts;
  const when = formatSpan(start, end, locale);
  const isOffered = kind === 'released';
  return renderMail({
    locale,
    subject: t(`${kind}.subject`, { room: roomName, when }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${kind}.title`),
    paragraphs: [introOf(kind, facts, t)],
    facts: [
      { term: t('time'), value: `${when}, ${roomName}` },
      { term: t('reference'), value: reference },
    ],
    prices: [],
    button: isOffered ? { label: t('see'), url: facts.timeUrl } : { label: t('open'), url: facts.bookingUrl },
    closing: isOffered || kind === 'taken_back' ? [t('calendarAttached')] : [],
    sender: t('sender'),
  });
}

function introOf(kind: ReleasedMailKind, { paymentMethod, creditOre, locale }: ReleasedMailFacts, t: Translate): string {
  if (kind !== 'credited') return t(`${kind}.intro`);
  const amount = formatOre(creditOre, locale);
  return t(paymentMethod === 'on_account' ? 'credited.introAccount' : 'credited.introCard', { amount });
}
