/** What a mail about a split payment needs to know; null when there is nobody to tell, or the news is no longer true. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Locale } from '~/lib/locale';
import { sumOre } from '~/lib/money';
import { findPayerEmail } from '../../billing/find-payer.server';
import { asLocale } from '../checkout-request';
import { shareAddress } from './share-address.server';
import type { SplitNews } from './split.messages';

export interface SplitMailFacts {
  readonly recipient: string;
  readonly name: string;
  readonly locale: Locale;
  /** Who shares it out. */
  readonly organiser: string;
  readonly reference: string;
  readonly roomName: string;
  readonly buildingName: string;
  /** Of the first of what was booked. */
  readonly start: Date;
  readonly end: Date;
  /** How many times and rooms were booked. */
  readonly occurrences: number;
  readonly deadline: Date;
  /** The share; for the organiser, what nobody has paid. */
  readonly amountOre: number;
  /** What goes back. */
  readonly refundOre: number;
  readonly paidCount: number;
  readonly count: number;
  readonly url: string;
}

export async function loadSplitMail({ splitId, kind, shareId, refundId }: SplitNews): Promise<SplitMailFacts | null> {
  const split = await db.paymentSplit.findUnique({ where: { id: splitId }, select: FIELDS });
  const [first] = split?.booking.occurrences ?? [];
  if (!split || !first || ((kind === 'reminder' || kind === 'invited') && split.state !== 'collecting')) return null;
  const { booking, shares } = split;
  const share = shares.find(({ id }) => id === shareId);
  const refund = refundId === undefined ? null : await db.refund.findUnique({ where: { id: refundId }, select: REFUND_FIELDS });
  const open = shares.filter(({ state }) => state === 'open');
  const to = share ? await payerOf(share, refund?.paymentId ?? null) : organiserOf(booking);
  if (to === null) return null;
  return {
    ...to,
    organiser: booking.person.name,
    reference: booking.reference,
    roomName: first.room.name,
    buildingName: first.room.building.name,
    start: first.startsAt,
    end: first.endsAt,
    occurrences: booking.occurrences.length,
    deadline: split.deadline,
    amountOre: share?.amountOre ?? sumOre(open.map(({ amountOre }) => amountOre)),
    refundOre: refund?.amountOre ?? 0,
    paidCount: shares.length - open.length,
    count: shares.length,
    url: `${env.PUBLIC_URL}${share ? shareAddress(share.id) : `/bestilling/${booking.id}/deling`}`,
  };
}

type Recipient = Pick<SplitMailFacts, 'recipient' | 'name' | 'locale'>;

/** Whoever paid is told where Stripe sent the receipt; otherwise where the link was mailed. */
async function payerOf(
  { name, email, locale, paymentId }: { name: string; email: string | null; locale: string; paymentId: string | null },
  refundedId: string | null,
): Promise<Recipient | null> {
  const asked = refundedId ?? paymentId;
  const recipient = (asked === null ? null : await findPayerEmail(asked)) ?? email;
  return recipient === null ? null : { recipient, name, locale: asLocale(locale) };
}

function organiserOf({ locale, person }: { locale: string; person: { email: string; name: string } }): Recipient {
  return { recipient: person.email, name: person.name, locale: asLocale(locale) };
}

const REFUND_FIELDS = { amountOre: true, paymentId: true } as const;

const FIELDS = {
  state: true,
  deadline: true,
  shares: {
    orderBy: { position: 'asc' },
    select: { id: true, name: true, email: true, amountOre: true, state: true, paymentId: true, locale: true },
  },
  booking: {
    select: {
      id: true,
      reference: true,
      locale: true,
      person: { select: { name: true, email: true } },
      occurrences: {
        where: { state: { not: 'refused' } },
        orderBy: { startsAt: 'asc' },
        select: { startsAt: true, endsAt: true, room: { select: { name: true, building: { select: { name: true } } } } },
      },
    },
  },
} as const;
