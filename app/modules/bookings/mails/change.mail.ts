/** What each mail about a change says. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { ChangeKind } from '../changes/change';
import type { ChangeMailKind } from '../changes/change.messages';
import { type MailContent, type MailParts, renderMail } from '~/lib/mail-layout';

interface NamedPlace {
  readonly roomName: string;
  readonly buildingName: string;
  readonly start: Date;
  readonly end: Date;
}

export interface ChangeMailFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly reference: string;
  readonly changed: ChangeKind;
  readonly before: NamedPlace;
  readonly after: NamedPlace;
  readonly dueOre: number;
  readonly backOre: number;
  readonly totalOre: number;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly holdExpiresAt: Date | null;
  readonly url: string;
}

type Translate = TFunction<'changeMail'>;

export function changeMail(kind: ChangeMailKind, facts: ChangeMailFacts, t: Translate): MailContent {
  const { locale, changed, name, after } = facts;
  const topic = changed === 'overrun' && (kind === 'changed' || kind === 'payment_link') ? (`overrun_${kind}` as const) : kind;
  const amount = formatOre(facts.dueOre, locale);
  const deadline = facts.holdExpiresAt ? formatMoment(facts.holdExpiresAt, locale) : '';
  return renderMail({
    locale,
    subject: t(`${topic}.subject`, { room: after.roomName, when: formatSpan(after.start, after.end, locale) }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${topic}.title`),
    paragraphs: [t(`${topic}.intro`, { amount, deadline }), ...(kind === 'changed' ? moneyWords(facts, t) : [])],
    facts: factRows(kind, facts, t),
    prices: kind === 'changed' ? [{ label: t('total'), amount: formatOre(facts.totalOre, locale) }] : [],
    button: { label: kind === 'payment_link' ? t('pay', { amount }) : t('open'), url: facts.url },
    closing: kind === 'changed' && changed !== 'overrun' ? [t('calendarAttached')] : [],
    sender: t('sender'),
  });
}

function moneyWords({ dueOre, backOre, paymentMethod, locale, changed }: ChangeMailFacts, t: Translate): string[] {
  const account = paymentMethod === 'on_account';
  return [
    dueOre > 0 && changed !== 'overrun' ? t(account ? 'dueAccount' : 'duePaid', { amount: formatOre(dueOre, locale) }) : '',
    backOre > 0 ? t(account ? 'backAccount' : 'backCard', { amount: formatOre(backOre, locale) }) : '',
    dueOre === 0 && backOre === 0 ? t('same') : '',
  ].filter((text) => text !== '');
}

/** Old and new, side by side as far as a mail can. */
function factRows(kind: ChangeMailKind, { before, after, reference, locale, changed }: ChangeMailFacts, t: Translate): MailParts['facts'] {
  const place = ({ roomName, buildingName, start, end }: NamedPlace) => `${formatSpan(start, end, locale)}, ${roomName}, ${buildingName}`;
  const asItWas = kind === 'lapsed' || kind === 'late' || changed === 'overrun';
  return [
    ...(asItWas
      ? [{ term: t('booked'), value: place(before) }]
      : [
          { term: t('before'), value: place(before) },
          { term: t('after'), value: place(after) },
        ]),
    { term: t('reference'), value: reference },
  ];
}
