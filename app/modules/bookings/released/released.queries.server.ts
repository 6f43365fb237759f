/** Released times as pages show them. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import type { PaymentMethod } from '../booking';
import { findById as findBooking } from '../booking.repository.server';
import { previewDatesCancellation } from '../series/dates-cancellation.queries.server';
import { decideRelease, decideTakeBack, type ReleaseRefusal } from './decide-release';
import { releasableDate } from './release-time.server';
import { isOpen, type ReleasedTimeState, type ReleasedTimeView } from './released-time';
import { findStanding, findTakers } from './released.repository.server';

export interface ReleasedTimeLine extends Interval {
  readonly id: string;
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly roomName: string;
  readonly view: ReleasedTimeView;
  readonly creditOre: number | null;
}

/** Of a booking, in order of time; what was taken back again is not among them. */
export async function listReleasedOf(bookingId: string): Promise<ReleasedTimeLine[]> {
  return list({ bookingId });
}

const DAYS_SHOWN = 60;
const DAY = 24 * 60 * 60_000;

/** Somebody's own and those of the organisations whose bookings they see: what is to come, and the last two months. */
export async function listMyReleased(personId: string, organisationIds: readonly string[], now: Date): Promise<ReleasedTimeLine[]> {
  const booking = { OR: [{ personId }, { organisationId: { in: [...organisationIds] } }] };
  return list({ booking, endsAt: { gte: new Date(now.getTime() - DAYS_SHOWN * DAY) } });
}

type Where = NonNullable<NonNullable<Parameters<typeof db.releasedTime.findMany>[0]>['where']>;
const MOST = 200;

async function list(where: Where): Promise<ReleasedTimeLine[]> {
  const rows = await db.releasedTime.findMany({
    where: { ...where, state: { not: 'taken_back' } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      ...{ id: true, bookingId: true, occurrenceId: true, startsAt: true, endsAt: true, state: true, creditOre: true },
      room: { select: { name: true } },
    },
  });
  const offered = rows.filter(({ state }) => state === 'offered');
  const takers =
    offered.length === 0
      ? []
      : await findTakers(
          db,
          offered.map(({ id }) => id),
        );
  return rows.map(({ startsAt, endsAt, room, state, ...row }) => ({
    ...row,
    start: startsAt,
    end: endsAt,
    roomName: room.name,
    view: viewOf(
      state,
      takers.some(({ releasedId }) => releasedId === row.id),
    ),
  }));
}

function viewOf(state: ReleasedTimeState, isTaken: boolean): ReleasedTimeView {
  return state === 'offered' && isTaken ? 'taken' : state;
}

export interface ReleasePage extends Interval {
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly roomName: string;
  readonly paymentMethod: PaymentMethod;
  readonly paidOre: number;
  /** What calling the date off now would give back instead, gross øre; null when it cannot be called off. */
  readonly cancelRefundOre: number | null;
  /** Whether it can be given back now, where it has not been. */
  readonly release: Result<null, ReleaseRefusal> | null;
  /** What has become of it, where it has been given back. */
  readonly released: { readonly view: ReleasedTimeView; readonly creditOre: number | null; readonly mayTakeBack: boolean } | null;
}

/** One date of a booking, the next when none is named, with what giving it back means, or has come to. */
export async function loadReleasePage(
  actor: Actor,
  { bookingId, occurrenceId: named }: { bookingId: string; occurrenceId: string | null },
  now: Date,
): Promise<Result<ReleasePage, { code: 'not_found' }>> {
  const booking = await findBooking(db, bookingId);
  const next = booking?.occurrences.find(({ state, startsAt }) => state === 'confirmed' && startsAt > now) ?? booking?.occurrences[0];
  const occurrenceId = named ?? next?.id ?? '';
  const date = booking && releasableDate(actor, booking, occurrenceId);
  if (!date || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const { occurrence, paidOre } = date;
  const standing = await findStanding(db, occurrenceId);
  const takers = standing ? await findTakers(db, [standing.id]) : [];
  const cancellation = standing ? null : await previewDatesCancellation(actor, bookingId, occurrenceId, now);
  const only = cancellation?.ok ? cancellation.value.scopes.find(({ scope }) => scope === 'this') : undefined;
  return ok({
    ...{ bookingId, occurrenceId, paidOre, start: occurrence.startsAt, end: occurrence.endsAt },
    roomName: occurrence.room.name,
    paymentMethod: booking.paymentMethod,
    cancelRefundOre: only?.refundOre ?? null,
    release: standing ? null : decideRelease(date, now),
    released: standing && {
      view: viewOf(standing.state, takers.length > 0),
      creditOre: standing.creditOre,
      mayTakeBack: standing.state === 'offered' && decideTakeBack(date, now).ok && !takers.some(isOpen),
    },
  });
}
