/** What a mail about a request tells, read when it is sent: it says how things stand then. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Locale } from '~/lib/locale';
import { asLocale } from '../checkout-request';
import type { CalendarBooking } from '../booking-calendar';
import type { ToldMany } from '../mails/many-words';
import type { RequestMailFacts } from '../mails/request.mail';
import { toldPart } from '../project/project-words';
import { shapeOf } from '../series/commitment-words';
import { ruleOf } from '../series/series.repository.server';
import type { ApprovalState, DeclineReason } from './approval-policy';
import type { RequestMailKind, RequestNews } from './request.messages';

export interface RequestMailPage extends ToldMany {
  readonly recipient: string;
  readonly locale: Locale;
  readonly facts: RequestMailFacts;
  /** The time as a calendar object, where the mail brings or takes away one. */
  readonly calendar: CalendarBooking | null;
}

/** Null when there is nobody to tell, or the news is no longer true. */
export async function loadRequestMail({ bookingId, kind, personId, about }: RequestNews): Promise<RequestMailPage | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  const recipient = await db.person.findUnique({ where: { id: personId }, select: { email: true, name: true, locale: true } });
  const asked = booking?.occurrences.filter((one) => one.state !== 'refused') ?? [];
  const [occurrence] = asked;
  if (!booking?.approval || !occurrence || !recipient || !isStillTrue(kind, booking)) return null;
  const { approval, person, organisation } = booking;
  const { room } = occurrence;
  const forHouse = kind.startsWith('house_');
  const locale = asLocale(forHouse ? recipient.locale : booking.locale);
  const message = kind === 'message' || kind === 'house_message' ? booking.requestMessages.find(({ id }) => id === about) : undefined;
  const isProject = booking.kind === 'project';
  const url = `${env.PUBLIC_URL}${forHouse ? '/admin/bestillinger' : '/bestilling'}/${bookingId}/foresporsel`;
  const slot = { start: occurrence.startsAt, end: occurrence.endsAt };
  const facts: RequestMailFacts = {
    ...{ locale, name: recipient.name, who: organisation?.name ?? (person.name || person.email), ...slot, count: asked.length, url },
    ...{ reference: booking.reference, roomName: isProject ? booking.purpose : roomsOf(asked), buildingName: room.building.name },
    ...{ purpose: booking.purpose, people: booking.people, deadline: booking.holdExpiresAt },
    reservedOre: booking.authorisations[0]?.amountOre ?? 0,
    conditions: approval.conditions ?? '',
    reasonCode: approval.reasonCode as DeclineReason | null,
    reason: approval.reason,
    wasOffered: approval.conditions !== null,
    message: message ? { author: message.author.name || message.author.email, body: message.body } : null,
  };
  const over = kind === 'declined' || kind === 'lapsed';
  const summary = `${room.name}, ${room.building.name}`;
  const calendar: CalendarBooking = {
    ...{ occurrenceId: occurrence.id, ...slot, sequence: booking.sequence, cancelled: over, tentative: !over, summary, url },
    description: url,
    location: `Sundbytunet, ${room.building.name}`,
    stampedAt: booking.cancelledAt ?? approval.requestedAt ?? booking.createdAt,
  };
  const single = asked.length === 1 && (over || kind === 'received');
  return {
    ...{ recipient: recipient.email, locale, facts, calendar: single ? calendar : null },
    shape: booking.kind === 'single' ? null : shapeOf(booking.series && ruleOf(booking.series), asked, booking.occurrences),
    parts: isProject ? booking.occurrences.map(toldPart) : null,
  };
}

const MOST_ROOMS_NAMED = 4;

function roomsOf(rows: readonly { room: { name: string } }[]): string {
  return [...new Set(rows.map(({ room }) => room.name))].slice(0, MOST_ROOMS_NAMED).join(', ');
}

function isStillTrue(kind: RequestMailKind, { state, approval }: { state: string; approval: { state: ApprovalState } | null }): boolean {
  switch (kind) {
    case 'received':
    case 'house_request':
      return state === 'requested';
    case 'conditions':
      return approval?.state === 'conditions';
    case 'declined':
    case 'lapsed':
      return state === kind;
    case 'pay_anew':
      return state === 'held';
    case 'card_let_go':
    case 'message':
    case 'house_message':
    case 'house_accepted':
      return true;
  }
}

const FIELDS = {
  state: true,
  reference: true,
  locale: true,
  purpose: true,
  people: true,
  holdExpiresAt: true,
  sequence: true,
  createdAt: true,
  cancelledAt: true,
  person: { select: { name: true, email: true } },
  organisation: { select: { name: true } },
  approval: { select: { state: true, requestedAt: true, reasonCode: true, reason: true, conditions: true } },
  authorisations: { orderBy: { createdAt: 'desc' }, take: 1, where: { state: { not: 'lost' } }, select: { amountOre: true } },
  requestMessages: { select: { id: true, body: true, author: { select: { name: true, email: true } } } },
  kind: true,
  series: { include: { rooms: { orderBy: { position: 'asc' } } } },
  occurrences: {
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      partName: true,
      state: true,
      startsAt: true,
      endsAt: true,
      room: { select: { name: true, building: { select: { name: true } } } },
    },
  },
} as const;
