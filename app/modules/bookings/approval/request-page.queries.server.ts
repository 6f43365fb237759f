/** A request with its conversation, as the page of either side shows it. */
import { randomUUID } from 'node:crypto';
import { db, type Prisma } from '~/infrastructure/db.server';
import { sumOre } from '~/lib/money';
import type { BilingualText } from '~/lib/locale';
import { type Actor, can } from '../../identity/permissions';
import type { BookingState, PaymentMethod } from '../booking';
import { type ApprovalState, type DeclineReason, mayTalk } from './approval-policy';

export interface RequestMessageView {
  readonly id: string;
  readonly at: Date;
  readonly byHouse: boolean;
  readonly author: string;
  readonly body: string;
  /** Nobody of the other side has seen it before. */
  readonly unread: boolean;
}

export interface RequestPage {
  readonly bookingId: string;
  readonly reference: string;
  readonly bookingState: BookingState;
  readonly state: ApprovalState;
  readonly version: number;
  readonly who: string;
  readonly purpose: string;
  readonly people: number;
  readonly occurrences: readonly { readonly partName: string; readonly roomName: string; readonly start: Date; readonly end: Date }[];
  readonly totalOre: number;
  readonly paymentMethod: PaymentMethod;
  /** Øre kept on the card for the answer; 0 when none is. */
  readonly reservedOre: number;
  readonly requestedAt: Date | null;
  /** When whoever is waited for must have answered; null when nobody is. */
  readonly deadline: Date | null;
  readonly decision: {
    readonly at: Date;
    readonly by: string;
    readonly reasonCode: DeclineReason | null;
    readonly reason: string;
  } | null;
  readonly conditions: string | null;
  readonly accepted: { readonly at: Date; readonly by: string } | null;
  /** What the house would like to know. */
  readonly questions: readonly BilingualText[];
  readonly messages: readonly RequestMessageView[];
  /** The viewer may answer, as the side that looks. */
  readonly mayAnswer: boolean;
  readonly mayWrite: boolean;
  /** The viewer stands on the side that looks: what the other side wrote counts as read. */
  readonly isParty: boolean;
  /** A new key for the message form. */
  readonly messageKey: string;
}

/** Null when there is no such request, or it is none of the viewer's business. */
export async function loadRequestPage(actor: Actor, bookingId: string, side: 'house' | 'customer', now: Date): Promise<RequestPage | null> {
  const row = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  if (!row?.approval || !can(actor, 'booking.view', row)) return null;
  const { approval, person, organisation } = row;
  const may = can(actor, side === 'house' ? 'request.answer' : 'request.follow', row);
  const open = row.state === 'requested' && (approval.state === 'pending' || approval.state === 'conditions');
  const deadline = open ? row.holdExpiresAt : null;
  const name = (of: { readonly name: string; readonly email: string } | null) => (of ? of.name || of.email : '');
  return {
    ...{ bookingId, reference: row.reference, bookingState: row.state, state: approval.state, version: approval.version },
    ...{ purpose: row.purpose, people: row.people, totalOre: row.totalOre, paymentMethod: row.paymentMethod },
    who: organisation?.name ?? name(person),
    occurrences: row.occurrences.map(({ partName, startsAt, endsAt, room }) => ({
      partName,
      roomName: room.name,
      start: startsAt,
      end: endsAt,
    })),
    reservedOre: sumOre(row.authorisations.map(({ amountOre }) => amountOre)),
    requestedAt: approval.requestedAt,
    deadline,
    decision: approval.decidedAt && {
      at: approval.decidedAt,
      by: name(approval.decidedBy),
      reasonCode: approval.reasonCode as DeclineReason | null,
      reason: approval.reason,
    },
    conditions: approval.conditions,
    accepted: approval.acceptedAt && { at: approval.acceptedAt, by: name(approval.acceptedBy) },
    questions: questionsOf(row.occurrences),
    messages: row.requestMessages.map(({ id, createdAt, byHouse, author, body, readAt }) => ({
      ...{ id, at: createdAt, byHouse, author: name(author), body },
      unread: readAt === null && byHouse !== (side === 'house'),
    })),
    mayAnswer: may && deadline !== null && deadline > now,
    isParty: may,
    mayWrite: may && mayTalk(row.state),
    messageKey: randomUUID(),
  };
}

type Asking = { readonly room: { readonly approvalQuestionsNb: readonly string[]; readonly approvalQuestionsEn: readonly string[] } };

/** Each question once, whatever the number of rooms that ask it. */
function questionsOf(occurrences: readonly Asking[]): BilingualText[] {
  const asked = occurrences.flatMap(({ room }) =>
    room.approvalQuestionsNb.map((nb, index) => ({ nb, en: room.approvalQuestionsEn[index] ?? nb })),
  );
  return [...new Map(asked.map((question) => [question.nb, question])).values()];
}

const PERSON = { select: { name: true, email: true } } satisfies Prisma.BookingSelect['person'];

const FIELDS = {
  reference: true,
  personId: true,
  organisationId: true,
  state: true,
  purpose: true,
  people: true,
  totalOre: true,
  paymentMethod: true,
  holdExpiresAt: true,
  person: PERSON,
  organisation: { select: { name: true } },
  authorisations: { where: { state: 'authorised' }, select: { amountOre: true } },
  approval: {
    select: {
      state: true,
      version: true,
      requestedAt: true,
      decidedAt: true,
      decidedBy: PERSON,
      reasonCode: true,
      reason: true,
      conditions: true,
      acceptedAt: true,
      acceptedBy: PERSON,
    },
  },
  occurrences: {
    where: { state: { not: 'refused' } },
    orderBy: { startsAt: 'asc' },
    select: {
      partName: true,
      startsAt: true,
      endsAt: true,
      room: { select: { name: true, approvalQuestionsNb: true, approvalQuestionsEn: true } },
    },
  },
  requestMessages: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, byHouse: true, body: true, readAt: true, author: PERSON },
  },
} satisfies Prisma.BookingSelect;
