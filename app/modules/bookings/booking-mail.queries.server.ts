/** What a mail about a booking tells, read when it is sent: it says how things stand then. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Locale } from '~/lib/locale';
import { fromDateColumn } from '~/lib/local-time';
import { negateOre, sumOre } from '~/lib/money';
import { creditKey } from '../billing/record-charges.server';
import type { CancellationTier } from '../pricing/cancellation-policy';
import { withRig } from '../rooms/rig-time';
import { accessWindow } from './booking-access';
import { type BookingFile, bookingFile } from './booking-file';
import type { BookingMailKind, BookingNews } from './booking.messages';
import { asLocale } from './checkout-request';
import type { BookingMailFacts } from './mails/booking.mail';
import type { ToldMany } from './mails/many-words';
import { placeOf, type ToldPart, toldPart, type ToldRow } from './project/project-words';
import { occasionOf } from './occasion';
import { isHad, type OccurrenceState } from './booking';
import { shapeOf } from './series/commitment-words';
import { gatheredLines } from './series/gathered-lines';
import { ruleOf } from './series/series.repository.server';
import { STANDING_QUOTE_LINES } from './quote-line-fields';

export interface BookingMailPage extends ToldMany {
  readonly recipient: string;
  readonly locale: Locale;
  readonly sequence: number;
  readonly facts: BookingMailFacts;
  readonly calendar: BookingFile;
}

/** Null when there is no such booking, or when the news is no longer true: a booking cancelled since is not announced as confirmed. */
export async function loadBookingMail({ bookingId, kind, refundId, occurrenceIds }: BookingNews): Promise<BookingMailPage | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  const told = toldOccurrences(booking?.occurrences ?? [], occurrenceIds);
  const [occurrence] = told;
  if (!booking || !occurrence || !isStillTrue(kind, booking.state)) return null;
  const locale = asLocale(booking.person.locale);
  const { room } = occurrence;
  const isMany = booking.kind !== 'single';
  const isProject = booking.kind === 'project';
  const slot = { start: occurrence.startsAt, end: occurrence.endsAt };
  const url = `${env.PUBLIC_URL}/bestilling/${bookingId}`;
  const facts: BookingMailFacts = {
    locale,
    name: booking.person.name,
    reference: booking.reference,
    roomName: isProject ? booking.purpose : [...new Set(told.map((one) => one.room.name))].slice(0, MOST_ROOMS_NAMED).join(', '),
    buildingName: room.building.name,
    entrance: locale === 'nb' ? room.building.entranceNb : room.building.entranceEn,
    ...slot,
    accessOpensAt: accessWindow(withRig(slot, { beforeMinutes: occurrence.rigBeforeMinutes, afterMinutes: occurrence.rigAfterMinutes }))
      .opensAt,
    lines: (isMany ? gatheredLines(booking.quoteLines) : booking.quoteLines).map(({ labelNb, labelEn, grossOre }) => ({
      label: locale === 'nb' ? labelNb : labelEn,
      grossOre,
    })),
    totalOre: booking.totalOre,
    paymentMethod: booking.paymentMethod,
    policy: booking.policy as unknown as CancellationTier[],
    holdExpiresAt: booking.holdExpiresAt,
    approved: booking.approval?.state === 'approved',
    refundOre: refundOf(
      { kind, refundId },
      booking.refunds,
      told.flatMap((occurrence) => creditsInForce(booking, occurrence)),
    ),
    cancelledByHub: booking.cancelledBy === 'hub',
    cancelReason: booking.cancelReason ?? '',
    url,
  };
  const calendar = bookingFile({
    id: bookingId,
    kind: booking.kind,
    sequence: booking.sequence,
    isCancelled: booking.state === 'cancelled',
    description: [facts.entrance, url].filter((text) => text !== '').join('\n'),
    url,
    stampedAt: booking.cancelledAt ?? booking.confirmedAt ?? booking.createdAt,
    series: booking.series && { rule: ruleOf(booking.series), roomIds: booking.series.rooms.map(({ roomId }) => roomId) },
    // A part that was never had is nothing to call off.
    occurrences: (isProject ? booking.occurrences.filter(({ state }) => state !== 'refused') : booking.occurrences).map((one) => ({
      id: one.id,
      roomId: one.roomId,
      start: one.startsAt,
      end: one.endsAt,
      place: isProject ? `${occasionOf(booking.purpose, one.partName)}, ${one.room.name}` : placeOf(one.room),
      location: `Sundbytunet, ${one.room.building.name}`,
      date: one.seriesDate && fromDateColumn(one.seriesDate),
      takesPlace: isHad(one.state),
    })),
  });
  const shape = isMany ? shapeOf(booking.series && ruleOf(booking.series), told, booking.occurrences) : null;
  const parts = isProject ? toldParts(told, booking.occurrences) : null;
  return { recipient: booking.person.email, locale, sequence: booking.sequence, facts, calendar, shape, parts };
}

const MOST_ROOMS_NAMED = 4;

/** The parts that are told of, and those that could not be had when all are. */
function toldParts(told: readonly ToldRow[], all: readonly ToldRow[]): ToldPart[] {
  const wholeStory = told.length === all.filter(({ state }) => isHad(state)).length;
  return all.filter((one) => told.includes(one) || (wholeStory && one.state === 'refused')).map(toldPart);
}

/** What the news is about: the occurrences it names, else those that were had, else all. */
function toldOccurrences<Row extends { id: string; state: OccurrenceState }>(
  rows: readonly Row[],
  ids: readonly string[] | undefined,
): Row[] {
  const named = ids ? rows.filter(({ id }) => ids.includes(id)) : rows.filter(({ state }) => isHad(state));
  return named.length > 0 ? named : rows.filter(({ state }) => state !== 'refused');
}

const FIELDS = {
  kind: true,
  state: true,
  reference: true,
  totalOre: true,
  paymentMethod: true,
  purpose: true,
  policy: true,
  holdExpiresAt: true,
  cancelledBy: true,
  cancelReason: true,
  approval: { select: { state: true } },
  sequence: true,
  createdAt: true,
  confirmedAt: true,
  cancelledAt: true,
  person: { select: { email: true, name: true, locale: true } },
  quoteLines: STANDING_QUOTE_LINES,
  refunds: { select: { id: true, reason: true, amountOre: true } },
  series: { include: { rooms: { orderBy: { position: 'asc' } } } },
  occurrences: {
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      roomId: true,
      partName: true,
      state: true,
      seriesDate: true,
      startsAt: true,
      endsAt: true,
      rigBeforeMinutes: true,
      rigAfterMinutes: true,
      room: { select: { name: true, building: { select: { name: true, entranceNb: true, entranceEn: true } } } },
      charges: { where: { grossOre: { lt: 0 } }, select: { grossOre: true, sourceKey: true } },
    },
  },
} as const;

function isStillTrue(kind: BookingMailKind, state: string): boolean {
  if (kind === 'confirmed') return state === 'confirmed' || state === 'completed';
  if (kind === 'payment_link') return state === 'held';
  if (kind === 'payment_failed') return state === 'released';
  return kind !== 'cancelled' || state === 'cancelled';
}

/** What was taken back of the price as it stands; not what a change had replaced. */
function creditsInForce(
  { quoteLines }: { quoteLines: readonly { position: number }[] },
  { id, charges }: { id: string; charges: readonly { grossOre: number; sourceKey: string }[] },
) {
  const keys = new Set(quoteLines.map(({ position }) => creditKey(id, position)));
  return charges.filter(({ sourceKey }) => keys.has(sourceKey));
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
