/** What the organiser's page of a split payment shows: the form to begin with, or who has paid. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Interval } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { type Actor, can } from '../../identity/permissions';
import type { BookingState } from '../booking';
import { type BookingRow, findById } from '../booking.repository.server';
import { LEAST_SHARES, maySplit, MOST_SHARES, type UnsplittableRefusal } from './decide-split';
import { shareAddress } from './share-address.server';
import type { ShareState, SplitState } from './split';
import { shareSubject } from './split';
import { findLast, type ShareRow, type SplitRow } from './split.repository.server';
import { loadSplitFacts } from './start-split.server';

export interface SharedBooking {
  readonly reference: string;
  readonly roomName: string;
  readonly buildingName: string;
  /** Of the first time. */
  readonly slot: Interval;
  /** How many times and rooms. */
  readonly occurrences: number;
}

/** pending: a bank payment is on its way · returned: it was paid, and all of it goes back. */
export type ShareStanding = ShareState | 'pending' | 'returned';

export interface ShareView {
  readonly position: number;
  readonly name: string;
  readonly email: string | null;
  readonly amountOre: number;
  readonly standing: ShareStanding;
  /** The payer's own page: its path, and the link to send. */
  readonly address: string;
  readonly link: string;
}

export interface SplitView {
  readonly state: SplitState;
  readonly deadline: Date;
  readonly shares: readonly ShareView[];
  readonly paidCount: number;
  readonly paidOre: number;
  /** What nobody has paid. */
  readonly openOre: number;
}

export interface SplitPage {
  readonly bookingId: string;
  readonly booking: SharedBooking;
  readonly bookingState: BookingState;
  readonly totalOre: number;
  /** Who shares it out, as the form begins with. */
  readonly organiser: string;
  /** How many shares to begin with. */
  readonly people: number;
  readonly split: SplitView | null;
  /** Until when the room would be kept; null when it cannot be shared out, or is already. */
  readonly deadline: Date | null;
  readonly refusal: UnsplittableRefusal['code'] | null;
}

/** Null when there is no such booking, or sharing it out is none of the viewer's business. */
export async function loadSplitPage(actor: Actor, bookingId: string, now: Date): Promise<SplitPage | null> {
  const booking = await findById(db, bookingId);
  if (!booking || actor.personId === null || !can(actor, 'booking.split', booking)) return null;
  const last = await findLast(db, bookingId);
  // One that was called off may be begun anew while the room is kept.
  const isOver = last === null || (last.state === 'called_off' && booking.state === 'held');
  const may = isOver ? maySplit(await loadSplitFacts(db, booking, actor.personId), now) : null;
  return {
    bookingId,
    booking: sharedBooking(booking),
    bookingState: booking.state,
    totalOre: booking.totalOre,
    organiser: booking.person.name,
    people: Math.min(Math.max(booking.people, LEAST_SHARES), MOST_SHARES),
    split: isOver ? null : await splitView(last),
    deadline: may?.ok ? may.value.deadline : null,
    refusal: may === null || may.ok ? null : may.code,
  };
}

/** The last split of a booking, for staff; null when it was never shared out. */
export async function loadSplit(bookingId: string): Promise<SplitView | null> {
  const last = await findLast(db, bookingId);
  return last && splitView(last);
}

export async function splitView(split: SplitRow): Promise<SplitView> {
  const pending = await findPending(split);
  const { shares } = split;
  const open = shares.filter(({ state }) => state === 'open');
  const paid = shares.filter(({ state }) => state !== 'open');
  return {
    state: split.state,
    deadline: split.deadline,
    shares: shares.map((share) => viewOf(share, split.state, pending)),
    paidCount: paid.length,
    paidOre: sumOre(paid.map(({ amountOre }) => amountOre)),
    openOre: sumOre(open.map(({ amountOre }) => amountOre)),
  };
}

export function sharedBooking({ reference, occurrences }: BookingRow): SharedBooking {
  const shown = occurrences.filter(({ state }) => state !== 'refused');
  const [first] = shown;
  if (!first) throw new Error(`Booking ${reference} has no occurrence`);
  return {
    reference,
    roomName: first.room.name,
    buildingName: first.room.building.name,
    slot: { start: first.startsAt, end: first.endsAt },
    occurrences: shown.length,
  };
}

/** Shares whose page is done and whose money has not come. */
async function findPending({ bookingId, shares }: SplitRow): Promise<Set<string>> {
  const subjects = shares.filter(({ state }) => state === 'open').map(({ id }) => shareSubject(id));
  const rows = await db.checkoutSession.findMany({
    where: { bookingId, subject: { in: subjects }, state: 'complete', payments: { none: {} } },
    select: { subject: true },
  });
  return new Set(rows.map(({ subject }) => subject));
}

function viewOf(share: ShareRow, split: SplitState, pending: ReadonlySet<string>): ShareView {
  const { id, position, name, email, amountOre } = share;
  const address = shareAddress(id);
  return { position, name, email, amountOre, standing: standingOf(share, split, pending), address, link: `${env.PUBLIC_URL}${address}` };
}

function standingOf({ id, state }: ShareRow, split: SplitState, pending: ReadonlySet<string>): ShareStanding {
  if (state === 'open') return pending.has(shareSubject(id)) ? 'pending' : 'open';
  return split === 'called_off' || split === 'lapsed' ? 'returned' : state;
}
