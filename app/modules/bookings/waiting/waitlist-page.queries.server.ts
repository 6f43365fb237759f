/** What the pages of waiting lists show. */
import { db } from '~/infrastructure/db.server';
import { tokenOf } from '~/infrastructure/secret-address.server';
import type { Interval } from '~/lib/interval';
import { checkSlot } from '../../availability/check-slot';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { Actor } from '../../identity/permissions';
import type { BookingRefusal } from '../decide-booking';
import { readStoredRefusal } from '../series/stored-refusal';
import { findByToken } from './answer-offer.server';
import { WAITING_PURPOSE } from './join-waitlist.server';
import { decideJoin, type JoinRefusal, type WaitlistState } from './waitlist';
import { countInLines } from './waitlist.repository.server';

export interface JoinPage {
  readonly roomSlug: string;
  readonly roomName: string;
  readonly capacity: number;
  readonly slot: Interval;
  /** How many stand in line for some of this time already. */
  readonly ahead: number;
  /** Why there is nothing to wait for; null when one may join. */
  readonly refusal: JoinRefusal | null;
}

/** Null when there is no such room. */
export async function loadJoinPage(actor: Actor, roomSlug: string, slot: Interval, now: Date): Promise<JoinPage | null> {
  const [found] = await loadSlotFacts(db, { slug: roomSlug, window: slot, viewerPersonId: actor.personId, groups: [], now });
  if (!found) return null;
  const { room, facts } = found;
  const entries = actor.personId === null ? 0 : await countInLines(db, actor.personId);
  const check = checkSlot(facts, slot, now);
  const decision = decideJoin({ slot, people: 1, capacity: room.capacity, check, entries }, now);
  const { ok: allowed, ...refusal } = decision.ok ? { ok: true as const } : decision;
  return {
    roomSlug,
    roomName: room.name,
    capacity: room.capacity,
    slot,
    ahead: await countOverlapping(room.id, slot, now),
    refusal: allowed ? null : (refusal as JoinRefusal),
  };
}

/** A time that came free and could not be offered: when that was tried, and why not. */
export interface NotOffered {
  readonly at: Date;
  readonly refusal: BookingRefusal;
}

export interface EntryPage {
  readonly roomSlug: string;
  readonly roomName: string;
  readonly slot: Interval;
  readonly state: WaitlistState;
  readonly people: number;
  /** How many came before for some of this time. */
  readonly ahead: number;
  /** Why it was not offered when it last came free; null while it has not come free. */
  readonly notOffered: NotOffered | null;
  readonly offer: { readonly bookingId: string; readonly until: Date | null; readonly totalOre: number; readonly byCard: boolean } | null;
  /** Whoever looks is the person themselves, signed in. */
  readonly isOwn: boolean;
}

/** Null for an address that leads nowhere. */
export async function loadEntryPage(actor: Actor, token: string): Promise<EntryPage | null> {
  const entry = await findByToken(token);
  if (!entry) return null;
  const slot = { start: entry.startsAt, end: entry.endsAt };
  const booking =
    entry.bookingId === null
      ? null
      : await db.booking.findUnique({
          where: { id: entry.bookingId },
          select: { id: true, holdExpiresAt: true, totalOre: true, paymentMethod: true },
        });
  const ahead = await db.waitlistEntry.count({
    where: {
      ...{ roomId: entry.roomId, state: { in: ['waiting', 'offered'] }, startsAt: { lt: slot.end }, endsAt: { gt: slot.start } },
      id: { lt: entry.id },
    },
  });
  return {
    ...{ roomSlug: entry.room.slug, roomName: entry.room.name, slot, state: entry.state, people: entry.people, ahead },
    notOffered: entry.state === 'waiting' ? notOfferedOf(entry) : null,
    offer: booking && {
      ...{ bookingId: booking.id, until: booking.holdExpiresAt, totalOre: booking.totalOre, byCard: booking.paymentMethod === 'card' },
    },
    isOwn: actor.personId === entry.personId,
  };
}

export interface MyEntry {
  readonly href: string;
  readonly roomName: string;
  readonly slot: Interval;
  readonly state: 'waiting' | 'offered';
}

/** Path of an entry's own page. */
export function entryAddress(entryId: string): string {
  return `/venteliste/${tokenOf(WAITING_PURPOSE, entryId)}`;
}

/** The lines somebody stands in, the next time first. */
export async function listMyEntries(personId: string): Promise<MyEntry[]> {
  const rows = await db.waitlistEntry.findMany({
    where: { personId, state: { in: ['waiting', 'offered'] } },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, endsAt: true, state: true, room: { select: { name: true } } },
  });
  return rows.map(({ id, startsAt, endsAt, state, room }) => ({
    href: entryAddress(id),
    roomName: room.name,
    slot: { start: startsAt, end: endsAt },
    state: state === 'offered' ? 'offered' : 'waiting',
  }));
}

export interface LineEntry {
  readonly id: string;
  readonly personName: string;
  readonly roomName: string;
  readonly slot: Interval;
  readonly state: WaitlistState;
  readonly joinedAt: Date;
  readonly bookingId: string | null;
  readonly notOffered: NotOffered | null;
}

const PAGE_SIZE = 50;

/** All lines for times ahead, those who still stand in them first come first; for the desk. Pages from 1. */
export async function listLines(page: number, now: Date): Promise<{ items: LineEntry[]; hasMore: boolean }> {
  const rows = await db.waitlistEntry.findMany({
    where: { startsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { roomId: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    select: {
      ...{ id: true, startsAt: true, endsAt: true, state: true, createdAt: true, bookingId: true, refusal: true, refusedAt: true },
      person: { select: { name: true, email: true } },
      room: { select: { name: true } },
    },
  });
  const items = rows.slice(0, PAGE_SIZE).map(({ id, startsAt, endsAt, state, createdAt, bookingId, person, room, ...refused }) => ({
    ...{ id, state, bookingId, joinedAt: createdAt, slot: { start: startsAt, end: endsAt } },
    personName: person.name || person.email,
    roomName: room.name,
    notOffered: state === 'waiting' || state === 'passed' ? notOfferedOf(refused) : null,
  }));
  return { items, hasMore: rows.length > PAGE_SIZE };
}

function notOfferedOf({ refusal, refusedAt }: { refusal: unknown; refusedAt: Date | null }): NotOffered | null {
  const kept = readStoredRefusal(refusal);
  return kept && refusedAt && { at: refusedAt, refusal: kept };
}

async function countOverlapping(roomId: string, { start, end }: Interval, now: Date): Promise<number> {
  return db.waitlistEntry.count({
    where: { roomId, state: { in: ['waiting', 'offered'] }, startsAt: { lt: end, gt: now }, endsAt: { gt: start } },
  });
}
