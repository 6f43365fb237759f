/** What each mail about a request says, to the customer or to the house. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DeclineReason } from '../approval/approval-policy';
import type { RequestMailKind } from '../approval/request.messages';
import type { ManyWords } from './booking.mail';
import { type MailContent, type MailParts, renderMail } from '~/lib/mail-layout';

export interface RequestMailFacts {
  readonly locale: Locale;
  /** Whom the mail is to. */
  readonly name: string;
  /** Who asks. */
  readonly who: string;
  readonly reference: string;
  /** Of a project its title, of a series all of its rooms. */
  readonly roomName: string;
  readonly buildingName: string;
  /** The first time that is asked for, and how many there are in all. */
  readonly start: Date;
  readonly end: Date;
  readonly count: number;
  readonly purpose: string;
  readonly people: number;
  /** When whoever is waited for must have answered, or paid. */
  readonly deadline: Date | null;
  /** What is, or was, reserved on the card; 0 when nothing was. */
  readonly reservedOre: number;
  readonly conditions: string;
  readonly reasonCode: DeclineReason | null;
  readonly reason: string;
  /** Conditions were offered, and not accepted. */
  readonly wasOffered: boolean;
  readonly message: { readonly author: string; readonly body: string } | null;
  readonly url: string;
  /** For a series or a project. */
  readonly many?: ManyWords | null;
}

type Texts = { readonly t: TFunction<'approvalMail'>; readonly common: TFunction<'mail'> };
type Body = Pick<MailParts, 'title' | 'paragraphs' | 'closing'>;

export function requestMail(kind: RequestMailKind, facts: RequestMailFacts, { t, common }: Texts): MailContent {
  const { locale, name, who, roomName, buildingName, reference } = facts;
  const when = facts.many?.when ?? formatSpan(facts.start, facts.end, locale);
  const whenAndWhere = [
    { term: common('booking.when'), value: when },
    { term: common('booking.where'), value: `${roomName}, ${buildingName}` },
  ];
  const rows = [...(facts.many?.parts ?? whenAndWhere), { term: common('booking.reference'), value: reference }];
  const forHouse = kind.startsWith('house_');
  return renderMail({
    locale,
    greeting: name === '' ? common('booking.greeting') : common('booking.greetingName', { name }),
    subject: t(`${kind}.subject`, { room: roomName, when, who, count: facts.count }),
    facts: forHouse ? [...rows, ...houseRows(facts, t)] : rows,
    prices: [],
    button: { label: t(forHouse ? 'openHouse' : 'open'), url: facts.url },
    sender: common('booking.sender'),
    ...bodyOf(kind, facts, t),
  });
}

function bodyOf(kind: RequestMailKind, facts: RequestMailFacts, t: TFunction<'approvalMail'>): Body {
  const { locale, who, conditions, message, count } = facts;
  const deadline = facts.deadline === null ? '' : formatMoment(facts.deadline, locale);
  const title = t(`${kind}.title`, { who, count });
  switch (kind) {
    case 'received':
      return {
        title,
        paragraphs: [t('received.intro', { deadline, count }), facts.many?.refused ?? ''].filter(filled),
        closing: [cardSentence(facts, t, 'held'), t('received.calendar')].filter(filled),
      };
    case 'conditions':
      return {
        title,
        paragraphs: [t('conditions.intro', { count }), conditions, t('conditions.accept', { deadline, count })],
        closing: [t('conditions.binding')],
      };
    case 'declined':
      return { title, paragraphs: declinedParagraphs(facts, t), closing: [cardSentence(facts, t, 'freed')].filter(filled) };
    case 'lapsed':
      return {
        title,
        paragraphs: [t(facts.wasOffered ? 'lapsed.notAccepted' : 'lapsed.intro', { count })],
        closing: [cardSentence(facts, t, 'freed')].filter(filled),
      };
    case 'pay_anew':
      return { title, paragraphs: [t('pay_anew.intro'), t('pay_anew.again', { deadline, count })], closing: [] };
    case 'card_let_go':
      return { title, paragraphs: [t('card_let_go.intro', { count })], closing: [t('card_let_go.freed')] };
    case 'message':
    case 'house_message':
      return { title, paragraphs: message ? [t('wrote', { name: message.author }), message.body] : [], closing: [t('answerOnPage')] };
    case 'house_request':
      return { title, paragraphs: [t('house_request.intro', { deadline, count }), facts.many?.refused ?? ''].filter(filled), closing: [] };
    case 'house_accepted':
      return { title, paragraphs: [t('house_accepted.intro', { count }), conditions].filter(filled), closing: [] };
  }
}

function houseRows({ who, purpose, people }: RequestMailFacts, t: TFunction<'approvalMail'>): MailParts['facts'] {
  return [
    { term: t('who'), value: who },
    { term: t('people'), value: String(people) },
    ...(purpose === '' ? [] : [{ term: t('purpose'), value: purpose }]),
  ];
}

function declinedParagraphs({ reasonCode, reason, count }: RequestMailFacts, t: TFunction<'approvalMail'>): string[] {
  return [
    t('declined.intro', { count }),
    reasonCode === null || reasonCode === 'other' ? '' : t(`reason.${reasonCode}`),
    reason,
    t('declined.welcome'),
  ].filter(filled);
}

function cardSentence({ reservedOre, locale }: RequestMailFacts, t: TFunction<'approvalMail'>, what: 'held' | 'freed'): string {
  return reservedOre === 0 ? '' : t(`card.${what}`, { amount: formatOre(reservedOre, locale) });
}

function filled(text: string): boolean {
  return text !== '';
}
