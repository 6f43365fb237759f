/** What each mail about a booking says. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type CancellationTier, describePolicy } from '../../pricing/cancellation-policy';
import type { BookingMailKind } from '../booking.messages';
import { type MailContent, type MailParts, renderMail } from '~/lib/mail-layout';

export interface BookingMailFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly reference: string;
  /** Of a project its title. */
  readonly roomName: string;
  readonly buildingName: string;
  /** How to find the door from the yard. */
  readonly entrance: string;
  readonly start: Date;
  readonly end: Date;
  readonly accessOpensAt: Date;
  readonly lines: readonly { readonly label: string; readonly grossOre: number }[];
  readonly totalOre: number;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly policy: readonly CancellationTier[];
  readonly holdExpiresAt: Date | null;
  /** The house was asked, and said yes. */
  readonly approved: boolean;
  readonly refundOre: number;
  readonly cancelledByHub: boolean;
  readonly cancelReason: string;
  readonly url: string;
  /** For a series or a project. */
  readonly many?: ManyWords | null;
}

/** What a mail about many dates says in place of one time. */
export interface ManyWords {
  readonly when: string;
  /** Each part of a project by its name, with when and where; none for a series. */
  readonly parts?: readonly { readonly term: string; readonly value: string }[];
  /** Headings that do not speak of one room, where there are several. */
  readonly titles?: { readonly [key in 'confirmed' | 'approved' | 'payment_link' | 'dates_cancelled']: string };
  /** Dates that could not be had; empty when all could. */
  readonly refused: string;
  readonly doors: string;
  readonly policy: string;
}

type Translate = TFunction<'mail'>;

export function bookingMail(kind: BookingMailKind, facts: BookingMailFacts, t: Translate, now: Date): MailContent {
  const when = facts.many?.when ?? formatSpan(facts.start, facts.end, facts.locale);
  const common = {
    locale: facts.locale,
    greeting: facts.name === '' ? t('booking.greeting') : t('booking.greetingName', { name: facts.name }),
    facts: factRows(facts, when, t),
    sender: t('booking.sender'),
  };
  const subject = (key: BookingMailKind) => t(`booking.${key}.subject`, { room: facts.roomName, when });
  return renderMail({ ...common, ...bodyOf(kind, facts, t, now), subject: subject(kind) });
}

type Body = Pick<MailParts, 'title' | 'paragraphs' | 'prices' | 'button' | 'closing'>;

function bodyOf(kind: BookingMailKind, facts: BookingMailFacts, t: Translate, now: Date): Body {
  const button = { label: t('booking.open'), url: facts.url };
  const amount = formatOre(facts.refundOre, facts.locale);
  switch (kind) {
    case 'confirmed':
      return {
        title: confirmedTitle(facts, t),
        paragraphs: [t('booking.confirmed.intro'), facts.many?.refused ?? ''].filter((text) => text !== ''),
        prices: priceRows(facts, t),
        button,
        closing: [doorSentence(facts, t), paidSentence(facts, t), policySentence(facts, t, now), t('booking.calendarAttached')].filter(
          (text) => text !== '',
        ),
      };
    case 'payment_link':
      return {
        title: facts.many?.titles?.payment_link ?? t('booking.payment_link.title'),
        paragraphs: [t('booking.payment_link.intro', { deadline: formatMoment(facts.holdExpiresAt ?? facts.start, facts.locale) })],
        prices: priceRows(facts, t),
        button: { label: t('booking.payment_link.pay'), url: facts.url },
        closing: [policySentence(facts, t, now), t('booking.payment_link.ignore')].filter((text) => text !== ''),
      };
    case 'cancelled':
      return {
        title: facts.cancelledByHub ? t('booking.cancelled.titleHub') : t('booking.cancelled.title'),
        paragraphs: cancelledParagraphs(facts, amount, t),
        prices: [],
        button,
        closing: [t('booking.calendarRemoved')],
      };
    case 'dates_cancelled':
      return {
        title: facts.cancelledByHub
          ? t('booking.cancelled.titleHub')
          : (facts.many?.titles?.dates_cancelled ?? t('booking.dates_cancelled.title')),
        paragraphs: [t('booking.dates_cancelled.intro'), ...cancelledParagraphs(facts, amount, t).slice(1)],
        prices: [],
        button,
        closing: [t('booking.calendarUpdated')],
      };
    case 'payment_failed':
      return {
        title: t('booking.payment_failed.title'),
        paragraphs: [t('booking.payment_failed.intro'), t('booking.payment_failed.again')],
        prices: [],
        button,
        closing: [],
      };
    case 'late_payment':
    case 'double_payment':
      return {
        title: t(`booking.${kind}.title`),
        paragraphs: [t(`booking.${kind}.intro`), t(`booking.${kind}.refund`, { amount })],
        prices: [],
        button,
        closing: [t('booking.cardDays')],
      };
  }
}

function confirmedTitle({ approved, many }: BookingMailFacts, t: Translate): string {
  if (many?.titles) return approved ? many.titles.approved : many.titles.confirmed;
  return t(approved ? 'booking.confirmed.titleApproved' : 'booking.confirmed.title');
}

function factRows({ roomName, buildingName, entrance, reference, many }: BookingMailFacts, when: string, t: Translate): MailParts['facts'] {
  const whenAndWhere = [
    { term: t('booking.when'), value: when },
    { term: t('booking.where'), value: `${roomName}, ${buildingName}` },
    ...(entrance === '' ? [] : [{ term: t('booking.entrance'), value: entrance }]),
  ];
  return [...(many?.parts && many.parts.length > 0 ? many.parts : whenAndWhere), { term: t('booking.reference'), value: reference }];
}

function priceRows({ lines, totalOre, locale }: BookingMailFacts, t: Translate): MailParts['prices'] {
  return [
    ...lines.map(({ label, grossOre }) => ({ label, amount: formatOre(grossOre, locale) })),
    { label: t('booking.total'), amount: formatOre(totalOre, locale) },
  ];
}

function doorSentence({ accessOpensAt, locale, many }: BookingMailFacts, t: Translate): string {
  if (many) return many.doors;
  return t('booking.door', { from: formatMoment(accessOpensAt, locale) });
}

function paidSentence({ paymentMethod, totalOre }: BookingMailFacts, t: Translate): string {
  if (paymentMethod === 'on_account') return t('booking.onAccount');
  return paymentMethod === 'card' && totalOre > 0 ? t('booking.receipt') : '';
}

/** The policy as times, in one sentence. */
function policySentence({ policy, start, locale, totalOre, many }: BookingMailFacts, t: Translate, now: Date): string {
  if (totalOre === 0) return '';
  if (many) return many.policy;
  const { freeUntil, refundBpNow, later } = describePolicy(policy, start, now);
  if (freeUntil) {
    const next = later[0]?.refundBp ?? 0;
    const until = formatMoment(freeUntil, locale);
    return next === 0 ? t('booking.policy.freeUntil', { until }) : t('booking.policy.freeThenPart', { until, percent: next / 100 });
  }
  return refundBpNow === 0 ? t('booking.policy.nothing') : t('booking.policy.part', { percent: refundBpNow / 100 });
}

function cancelledParagraphs(
  { cancelledByHub, cancelReason, refundOre, paymentMethod, totalOre }: BookingMailFacts,
  amount: string,
  t: Translate,
): string[] {
  const money =
    totalOre === 0
      ? ''
      : refundOre === 0
        ? t('booking.cancelled.noRefund')
        : paymentMethod === 'card'
          ? t('booking.cancelled.refund', { amount })
          : t('booking.cancelled.credit', { amount });
  return [
    cancelledByHub ? t('booking.cancelled.introHub') : t('booking.cancelled.intro'),
    cancelledByHub && cancelReason !== '' ? t('booking.cancelled.reason', { reason: cancelReason }) : '',
    money,
  ].filter((text) => text !== '');
}
