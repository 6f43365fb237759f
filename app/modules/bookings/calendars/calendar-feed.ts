/** What a calendar feed may tell whoever reads it. Decided at each read: what somebody was when the feed was made counts for nothing. */
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { type Actor, can } from '../../identity/permissions';
import type { OccurrenceState } from '../booking';
import { calendarUid } from '../booking-calendar';

/** Whose calendar it is: an organisation's, a room's, or, without either, the person's own. Never both. */
export interface CalendarSubject {
  readonly organisationId: string | null;
  readonly roomId: string | null;
}

export type CalendarKind = 'person' | 'organisation' | 'room';

export function calendarKind({ organisationId, roomId }: CalendarSubject): CalendarKind {
  if (roomId !== null) return 'room';
  return organisationId === null ? 'person' : 'organisation';
}

/** Days before now that stay in a feed, and days ahead: past the longest horizon of any room. */
export const FEED_DAYS = { back: 60, ahead: 400 } as const;

/** RFC 5545, section 3.8.1.11. */
export type EventStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** What was given up before it was paid for, or could not be had, was never anybody's appointment. */
const STATUS: Readonly<Record<OccurrenceState, EventStatus | null>> = {
  held: 'TENTATIVE',
  requested: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  completed: 'CONFIRMED',
  no_show: 'CONFIRMED',
  cancelled: 'CANCELLED',
  released: null,
  refused: null,
  declined: null,
  lapsed: null,
};

/** States of an occurrence that a feed tells of; a hold only until its deadline. */
export const TOLD_STATES = (Object.keys(STATUS) as OccurrenceState[]).filter((state) => STATUS[state] !== null);

/** An occurrence as the database has it. */
export interface OccurrenceFacts extends Interval {
  readonly kind: 'occurrence';
  readonly occurrenceId: string;
  /** Stands for the occurrence where not even its id is told: its id carries when it was booked. */
  readonly maskedId: string;
  readonly bookingId: string;
  readonly state: OccurrenceState;
  /** Of the booking: rises with every change, so it rises for each occurrence too. */
  readonly sequence: number;
  /** When this state was written. */
  readonly stampedAt: Date;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly purpose: string;
  readonly roomName: string;
  readonly buildingName: string;
  readonly entrance: BilingualText;
}

export interface ClosureFacts extends Interval {
  readonly kind: 'closure';
  readonly claimId: string;
  readonly stampedAt: Date;
  readonly reason: BilingualText;
}

/** What an entry says: everything; who has the room; only when and where; only that the room is taken; that it is closed. */
export type EntryTold =
  | {
      readonly kind: 'booking';
      readonly roomName: string;
      readonly buildingName: string;
      readonly entrance: BilingualText;
      readonly organisationName: string | null;
      readonly purpose: string;
      readonly bookingId: string;
    }
  | { readonly kind: 'who'; readonly who: string; readonly purpose: string; readonly bookingId: string }
  | { readonly kind: 'where'; readonly roomName: string; readonly buildingName: string; readonly organisationName: string | null }
  | { readonly kind: 'busy' }
  | { readonly kind: 'closed'; readonly reason: BilingualText };

export interface FeedEntry extends Interval {
  readonly uid: string;
  readonly sequence: number;
  readonly status: EventStatus;
  readonly stampedAt: Date;
  readonly told: EntryTold;
}

/** Whether the calendar may be read at all: an organisation's by its members, a room's and one's own by anybody who is somebody. */
export function mayRead(actor: Actor, subject: CalendarSubject): boolean {
  if (calendarKind(subject) !== 'organisation') return can(actor, 'calendar.read');
  return can(actor, 'organisation.view_times', { organisationId: subject.organisationId });
}

/** The entries as this reader may see them. Closed rooms are no secret; what else is taken away never leaves the server. */
export function seenEntries(actor: Actor, subject: CalendarSubject, facts: readonly (OccurrenceFacts | ClosureFacts)[]): FeedEntry[] {
  if (!mayRead(actor, subject)) return [];
  const isRoom = calendarKind(subject) === 'room';
  return facts.flatMap((fact) => {
    if (fact.kind === 'closure') return [closureEntry(fact)];
    const status = STATUS[fact.state];
    if (status === null) return [];
    const told = isRoom ? toldOfRoom(actor, fact) : toldOfBooking(actor, fact);
    const { start, end, sequence, stampedAt } = fact;
    return [{ uid: calendarUid(told.kind === 'busy' ? fact.maskedId : fact.occurrenceId), start, end, sequence, status, stampedAt, told }];
  });
}

function toldOfRoom(actor: Actor, fact: OccurrenceFacts): EntryTold {
  if (!can(actor, 'house.view_names')) return { kind: 'busy' };
  const { organisationName, personName, purpose, bookingId } = fact;
  return { kind: 'who', who: organisationName ?? personName, purpose, bookingId };
}

function toldOfBooking(actor: Actor, fact: OccurrenceFacts): EntryTold {
  const { roomName, buildingName, organisationName } = fact;
  if (!can(actor, 'booking.view', fact)) return { kind: 'where', roomName, buildingName, organisationName };
  const { entrance, purpose, bookingId } = fact;
  return { kind: 'booking', roomName, buildingName, entrance, organisationName, purpose, bookingId };
}

function closureEntry({ claimId, start, end, stampedAt, reason }: ClosureFacts): FeedEntry {
  return { uid: calendarUid(claimId), start, end, sequence: 0, status: 'CONFIRMED', stampedAt, told: { kind: 'closed', reason } };
}
