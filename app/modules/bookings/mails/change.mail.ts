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
  /** Each date that was changed, the first first; at least one. */
  readonly places: readonly { readonly before: NamedPlace; readonly after: NamedPlace }[];
  readonly dueOre: number;
  readonly backOre: number;
  readonly totalOre: number;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly holdExpiresAt: Date | null;
  readonly url: string;
}

type Translate = TFunction<'changeMail'>;

export function changeMail(kind: ChangeMailKind, facts: ChangeMailFacts, t: Translate): MailContent {
  const { locale, changed, name, places } = facts;
  const count = places.length;
  const first = places[0]?.after;
  const topic = topicOf(kind, facts);
  const amount = formatOre(facts.dueOre, locale);
  const deadline = facts.holdExpiresAt ? formatMoment(facts.holdExpiresAt, locale) : '';
  const when = first ? formatSpan(first.start, first.end, locale) : '';
  return renderMail({
    locale,
    subject: t(`${topic}.subject`, { room: first?.roomName ?? '', when, count }),
    greeting: name === '' ? t('greeting') : t('greetingName', { name }),
    title: t(`${topic}.title`, { count }),
    paragraphs: [t(`${topic}.intro`, { amount, deadline, count }), ...(kind === 'changed' ? moneyWords(facts, t) : [])],
    facts: factRows(kind, facts, t),
    prices: kind === 'changed' ? [{ label: t('total'), amount: formatOre(facts.totalOre, locale) }] : [],
    button: { label: kind === 'payment_link' ? t('pay', { amount }) : t('open'), url: facts.url },
    closing: kind === 'changed' && changed !== 'overrun' ? [t('calendarAttached')] : [],
    sender: t('sender'),
  });
}

/** The news in the words of what was changed: an overrun, new dates, many dates, or one. */
function topicOf(kind: ChangeMailKind, { changed, places }: ChangeMailFacts) {
  if (kind !== 'changed' && kind !== 'payment_link') return kind;
  if (changed === 'overrun') return `overrun_${kind}` as const;
  if (changed === 'retry') return `retry_${kind}` as const;
  return places.length > 1 ? (`many_${kind}` as const) : kind;
}

function moneyWords({ dueOre, backOre, paymentMethod, locale, changed }: ChangeMailFacts, t: Translate): string[] {
  const account = paymentMethod === 'on_account';
  return [
    dueOre > 0 && changed !== 'overrun' ? t(account ? 'dueAccount' : 'duePaid', { amount: formatOre(dueOre, locale) }) : '',
    backOre > 0 ? t(account ? 'backAccount' : 'backCard', { amount: formatOre(backOre, locale) }) : '',
    dueOre === 0 && backOre === 0 ? t('same') : '',
  ].filter((text) => text !== '');
}

const MOST_NAMED = 12;

/** Old and new, side by side as far as a mail can; of many dates the first ones. */
function factRows(kind: ChangeMailKind, { places, reference, locale, changed }: ChangeMailFacts, t: Translate): MailParts['facts'] {
  const place = ({ roomName, buildingName, start, end }: NamedPlace) => `${formatSpan(start, end, locale)}, ${roomName}, ${buildingName}`;
  const asItWas = kind === 'lapsed' || kind === 'late' || changed === 'overrun';
  const number = { term: t('reference'), value: reference };
  const more = places.length > MOST_NAMED ? [{ term: '', value: t('more', { count: places.length - MOST_NAMED }) }] : [];
  if (changed === 'retry') {
    const rows = places.slice(0, MOST_NAMED).map(({ after }, index) => ({ term: index === 0 ? t('booked') : '', value: place(after) }));
    return [...(asItWas ? [] : [...rows, ...more]), number];
  }
  const rows = places.slice(0, MOST_NAMED).flatMap(({ before, after }) =>
    asItWas
      ? [{ term: t('booked'), value: place(before) }]
      : [
          { term: t('before'), value: place(before) },
          { term: t('after'), value: place(after) },
        ],
  );
  return [...rows, ...more, number];
}
