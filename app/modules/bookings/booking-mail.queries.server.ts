/** What a mail about a booking tells, read when it is sent: it says how things stand then. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Locale } from '~/lib/locale';
import { negateOre, sumOre } from '~/lib/money';
import type { CancellationTier } from '../pricing/cancellation-policy';
import { withRig } from '../rooms/rig-time';
import { accessWindow } from './booking-access';
import type { CalendarBooking } from './booking-calendar';
import type { BookingMailKind, BookingNews } from './booking.messages';
import { asLocale } from './checkout-request';
import type { BookingMailFacts } from './mails/booking.mail';

export interface BookingMailPage {
  readonly recipient: string;
  readonly locale: Locale;
  readonly sequence: number;
  readonly facts: BookingMailFacts;
  readonly calendar: CalendarBooking;
}

/** Null when there is no such booking, or when the news is no longer true: a booking cancelled since is not announced as confirmed. */
export async function loadBookingMail({ bookingId, kind, refundId }: BookingNews): Promise<BookingMailPage | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  const [occurrence] = booking?.occurrences ?? [];
  if (!booking || !occurrence || !isStillTrue(kind, booking.state)) return null;
  const locale = asLocale(booking.person.locale);
  const { room } = occurrence;
  const slot = { start: occurrence.startsAt, end: occurrence.endsAt };
  const url = `${env.PUBLIC_URL}/bestilling/${bookingId}`;
  const facts: BookingMailFacts = {
    locale,
    name: booking.person.name,
    reference: booking.reference,
    roomName: room.name,
    buildingName: room.building.name,
    entrance: locale === 'nb' ? room.building.entranceNb : room.building.entranceEn,
    ...slot,
    accessOpensAt: accessWindow(withRig(slot, { beforeMinutes: occurrence.rigBeforeMinutes, afterMinutes: occurrence.rigAfterMinutes }))
      .opensAt,
    lines: booking.quoteLines.map(({ labelNb, labelEn, grossOre }) => ({ label: locale === 'nb' ? labelNb : labelEn, grossOre })),
    totalOre: booking.totalOre,
    paymentMethod: booking.paymentMethod,
    policy: booking.policy as unknown as CancellationTier[],
    holdExpiresAt: booking.holdExpiresAt,
    refundOre: refundOf({ kind, refundId }, booking.refunds, occurrence.charges),
    cancelledByHub: booking.cancelledBy === 'hub',
    cancelReason: booking.cancelReason ?? '',
    url,
  };
  const calendar: CalendarBooking = {
    occurrenceId: occurrence.id,
    ...slot,
    sequence: booking.sequence,
    cancelled: booking.state === 'cancelled',
    summary: `${room.name}, ${room.building.name}`,
    description: [facts.entrance, url].filter((text) => text !== '').join('\n'),
    location: `Sundbytunet, ${room.building.name}`,
    url,
    stampedAt: booking.cancelledAt ?? booking.confirmedAt ?? booking.createdAt,
  };
  return { recipient: booking.person.email, locale, sequence: booking.sequence, facts, calendar };
}

const FIELDS = {
  state: true,
  reference: true,
  totalOre: true,
  paymentMethod: true,
  policy: true,
  holdExpiresAt: true,
  cancelledBy: true,
  cancelReason: true,
  sequence: true,
  createdAt: true,
  confirmedAt: true,
  cancelledAt: true,
  person: { select: { email: true, name: true, locale: true } },
  quoteLines: { orderBy: { position: 'asc' }, select: { labelNb: true, labelEn: true, grossOre: true } },
  refunds: { select: { id: true, reason: true, amountOre: true } },
  occurrences: {
    orderBy: { startsAt: 'asc' },
    take: 1,
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      rigBeforeMinutes: true,
      rigAfterMinutes: true,
      room: { select: { name: true, building: { select: { name: true, entranceNb: true, entranceEn: true } } } },
      charges: { where: { grossOre: { lt: 0 } }, select: { grossOre: true } },
    },
  },
} as const;

function isStillTrue(kind: BookingMailKind, state: string): boolean {
  if (kind === 'confirmed') return state === 'confirmed' || state === 'completed';
  if (kind === 'payment_link') return state === 'held';
  if (kind === 'payment_failed') return state === 'released';
  return kind !== 'cancelled' || state === 'cancelled';
}

function refundOf(
  { kind, refundId }: Pick<BookingNews, 'kind' | 'refundId'>,
  refunds: readonly { id: string; reason: string; amountOre: number }[],
  credits: readonly { grossOre: number }[],
): number {
  if (kind === 'late_payment' || kind === 'double_payment')
    return sumOre(refunds.filter(({ id, reason }) => reason === kind && id === (refundId ?? id)).map(({ amountOre }) => amountOre));
  return negateOre(sumOre(credits.map(({ grossOre }) => grossOre)));
}
