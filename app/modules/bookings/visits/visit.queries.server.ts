/** What the pages for whoever is in a room show. */
import { db } from '~/infrastructure/db.server';
import type { Actor } from '../../identity/permissions';
import { accessWindow } from '../booking-access';
import { isVisited, mayVisit, occurrenceAt, type VisitPhase, visitPhase, type Visitor, visitWindow } from './visit';

export interface VisitPage {
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly reference: string;
  readonly roomId: string;
  readonly roomSlug: string;
  readonly roomName: string;
  readonly buildingName: string;
  readonly start: Date;
  readonly end: Date;
  /** From when the door opens, and with it check-in. */
  readonly opensAt: Date;
  readonly phase: VisitPhase;
  /** Somebody comes: neither unpaid nor cancelled. */
  readonly isVisited: boolean;
  readonly checkedInAt: Date | null;
  /** When it was told how the room was found, and how it was left. */
  readonly handedOver: { readonly arrival: Date | null; readonly departure: Date | null };
}

/** The use of a room that a booking is about just now; null when there is none that concerns the visitor. */
export async function loadVisit(visitor: Visitor, bookingId: string, now: Date): Promise<VisitPage | null> {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  if (!booking) return null;
  const { personId, organisationId, reference } = booking;
  const occurrences = booking.occurrences
    .map((occurrence) => ({ ...occurrence, start: occurrence.startsAt, end: occurrence.endsAt }))
    .filter(({ id }) => mayVisit(visitor, { occurrenceId: id, personId, organisationId }));
  const occurrence = occurrenceAt(occurrences, now);
  if (!occurrence) return null;
  const { id, start, end, room, state, checkIn, handovers } = occurrence;
  const toldAt = (moment: 'arrival' | 'departure') => handovers.find((report) => report.moment === moment)?.createdAt ?? null;
  return {
    ...{ bookingId, occurrenceId: id, reference, start, end, opensAt: accessWindow({ start, end }).opensAt },
    ...{ roomId: room.id, roomSlug: room.slug, roomName: room.name, buildingName: room.building.name },
    phase: visitPhase({ start, end }, now),
    isVisited: isVisited(state),
    checkedInAt: checkIn?.createdAt ?? null,
    handedOver: { arrival: toldAt('arrival'), departure: toldAt('departure') },
  };
}

/** The booking that a signed-in person, or one of their organisations, has in a room just now. */
export async function findVisitInRoom(actor: Actor, roomSlug: string, now: Date): Promise<{ bookingId: string } | null> {
  if (actor.personId === null) return null;
  const rows = await db.occurrence.findMany({
    where: {
      room: { slug: roomSlug },
      state: { in: ['confirmed', 'completed', 'no_show'] },
      startsAt: { lt: new Date(now.getTime() + NEAR_MS) },
      endsAt: { gt: new Date(now.getTime() - NEAR_MS) },
      booking: {
        OR: [{ personId: actor.personId }, { organisationId: { in: actor.memberships.map(({ organisationId }) => organisationId) } }],
      },
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true, bookingId: true, startsAt: true, endsAt: true, booking: { select: { personId: true, organisationId: true } } },
  });
  const near = rows
    .map(({ startsAt, endsAt, ...row }) => ({ ...row, start: startsAt, end: endsAt }))
    .filter(({ id, booking, ...slot }) => {
      const window = visitWindow(slot);
      return window.start <= now && now < window.end && mayVisit({ actor, passFor: null }, { occurrenceId: id, ...booking });
    });
  const found = occurrenceAt(near, now);
  return found && { bookingId: found.bookingId };
}

/** Wider than any visit's window. */
const NEAR_MS = 24 * 60 * 60_000;

/** What the page of a room's QR code shows; null when there is no such room. */
export async function findRoomAtDoor(slug: string): Promise<{ name: string; buildingName: string } | null> {
  const room = await db.room.findUnique({ where: { slug }, select: { name: true, building: { select: { name: true } } } });
  return room && { name: room.name, buildingName: room.building.name };
}

const FIELDS = {
  reference: true,
  personId: true,
  organisationId: true,
  occurrences: {
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      state: true,
      checkIn: { select: { createdAt: true } },
      handovers: { select: { moment: true, createdAt: true } },
      room: { select: { id: true, slug: true, name: true, building: { select: { name: true } } } },
    },
  },
} as const;
