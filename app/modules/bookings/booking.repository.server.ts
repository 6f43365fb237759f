/** Bookings with what belongs to them, as rows. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { type LocalDate, toDateColumn } from '~/lib/local-time';
import type { QuoteLine } from '../pricing/quote';
import type { RigTime } from '../rooms/rig-time';
import type { SoundClass } from '../rooms/sound-class';
import type { CancellationTier } from '../pricing/cancellation-policy';
import type { BookingKind, BookingState, CancelledBy, OccurrenceState, PaymentMethod } from './booking';
import type { AddOnRequest } from './decide-add-ons';
import { QUOTE_LINE_FIELDS } from './quote-line-fields';

export interface NewBooking {
  readonly id: string;
  readonly reference: string;
  readonly kind: BookingKind;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly createdById: string;
  readonly state: BookingState;
  readonly paymentMethod: PaymentMethod;
  readonly purpose: string;
  /** The most at one time. */
  readonly people: number;
  readonly locale: string;
  readonly totalOre: number;
  readonly vatOre: number;
  readonly policy: readonly CancellationTier[];
  readonly requestKey: string;
  readonly holdExpiresAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly createdAt: Date;
}

/** The booking itself; its occurrences come next, then the claims on the rooms, and what hangs on the occurrences after that. */
export async function insert(tx: Tx, { policy, ...booking }: NewBooking): Promise<void> {
  await tx.booking.createMany({ data: { ...booking, policy: policy.map((tier) => ({ ...tier })) } });
}

export interface NewOccurrence {
  readonly id: string;
  readonly roomId: string;
  readonly slot: Interval;
  readonly rig: RigTime;
  readonly state: OccurrenceState;
  /** Null when it is as loud as its room usually is. */
  readonly loudness: SoundClass | null;
  /** Why it could not be had; null unless the state is `refused`. */
  readonly refusal: object | null;
  /** What was asked for with it; empty unless the state is `refused`. */
  readonly wished: readonly AddOnRequest[];
  readonly seriesDate: LocalDate | null;
  /** Empty for what is no part of a project. */
  readonly partName: string;
  /** Of its own room, when it differs from the booking's. */
  readonly policy: readonly CancellationTier[] | null;
}

export async function insertOccurrences(tx: Tx, bookingId: string, occurrences: readonly NewOccurrence[]): Promise<void> {
  await tx.occurrence.createMany({
    data: occurrences.map(({ slot, rig, refusal, wished, seriesDate, policy, ...occurrence }) => ({
      ...occurrence,
      bookingId,
      startsAt: slot.start,
      endsAt: slot.end,
      rigBeforeMinutes: rig.beforeMinutes,
      rigAfterMinutes: rig.afterMinutes,
      seriesDate: seriesDate && toDateColumn(seriesDate),
      wished: wished.map(({ itemId, quantity, hours }) => ({ itemId, quantity, ...(hours && { hours: { ...hours } }) })),
      ...(policy && { policy: policy.map((tier) => ({ ...tier })) }),
      // Instants become text.
      ...(refusal && { refusal: JSON.parse(JSON.stringify(refusal)) as Prisma.InputJsonObject }),
    })),
  });
}

type OccurrenceLines = { readonly occurrenceId: string; readonly lines: readonly QuoteLine[] };

export async function insertLines(tx: Tx, bookingId: string, occurrences: readonly OccurrenceLines[], newId: () => string): Promise<void> {
  await tx.quoteLine.createMany({
    data: occurrences.flatMap(({ occurrenceId, lines }) => lines.map((line) => ({ ...line, id: newId(), bookingId, occurrenceId }))),
  });
}

export interface NewEquipmentUse extends Interval {
  readonly itemId: string;
  readonly quantity: number;
}

type OccurrenceUses = { readonly occurrenceId: string; readonly uses: readonly NewEquipmentUse[] };

export async function insertEquipmentUses(tx: Tx, occurrences: readonly OccurrenceUses[], newId: () => string): Promise<void> {
  const data = occurrences.flatMap(({ occurrenceId, uses }) =>
    uses.map(({ itemId, quantity, start, end }) => ({
      id: newId(),
      occurrenceId,
      equipmentItemId: itemId,
      quantity,
      startsAt: start,
      endsAt: end,
    })),
  );
  if (data.length > 0) await tx.equipmentUse.createMany({ data });
}

const BOOKING_FIELDS = {
  id: true,
  kind: true,
  reference: true,
  personId: true,
  organisationId: true,
  state: true,
  paymentMethod: true,
  people: true,
  locale: true,
  totalOre: true,
  vatOre: true,
  policy: true,
  holdExpiresAt: true,
  createdAt: true,
  person: { select: { email: true, name: true } },
} satisfies Prisma.BookingSelect;

const OCCURRENCE_FIELDS = {
  id: true,
  roomId: true,
  startsAt: true,
  endsAt: true,
  rigBeforeMinutes: true,
  rigAfterMinutes: true,
  loudness: true,
  state: true,
  seriesDate: true,
  policy: true,
  wished: true,
  room: { select: { slug: true, name: true, kind: true, setupMinutes: true, cleanupMinutes: true, building: { select: { name: true } } } },
} satisfies Prisma.OccurrenceSelect;

const LINE_FIELDS = {
  ...QUOTE_LINE_FIELDS,
  occurrenceId: true,
} satisfies Prisma.QuoteLineSelect;

type Booking = Prisma.BookingGetPayload<{ select: typeof BOOKING_FIELDS }>;
type OccurrenceRow = Omit<Prisma.OccurrenceGetPayload<{ select: typeof OCCURRENCE_FIELDS }>, 'policy' | 'wished'> & {
  /** Of its own room; null when it is the booking's. */
  readonly policy: readonly CancellationTier[] | null;
  /** What was asked for with what could not be had. */
  readonly wished: readonly AddOnRequest[];
  readonly claims: readonly { id: string }[];
};

export type BookingRow = Omit<Booking, 'policy'> & {
  readonly policy: readonly CancellationTier[];
  readonly occurrences: readonly OccurrenceRow[];
  readonly quoteLines: readonly Prisma.QuoteLineGetPayload<{ select: typeof LINE_FIELDS }>[];
};

/** Locks the booking for the rest of the transaction and reads it as it is after whoever held the lock before. */
export async function lockById(tx: Tx, id: string): Promise<BookingRow | null> {
  await tx.$queryRaw`SELECT 1 FROM booking WHERE id = ${id}::uuid FOR UPDATE`;
  return findById(tx, id);
}

/** One read after the other: side by side they would meet on the one connection of a transaction. */
export async function findById(client: Tx, id: string): Promise<BookingRow | null> {
  const row = await client.booking.findUnique({ where: { id }, select: BOOKING_FIELDS });
  if (!row) return null;
  const where = { bookingId: id };
  const quoteLines = await client.quoteLine.findMany({
    where: { ...where, replacedById: null },
    orderBy: { position: 'asc' },
    select: LINE_FIELDS,
  });
  const occurrences = await client.occurrence.findMany({ where, orderBy: { startsAt: 'asc' }, select: OCCURRENCE_FIELDS });
  const claims = await client.claim.findMany({
    where: { active: true, occurrenceId: { in: occurrences.map((occurrence) => occurrence.id) } },
    select: { id: true, occurrenceId: true },
  });
  return {
    ...row,
    policy: row.policy as unknown as CancellationTier[],
    quoteLines,
    occurrences: occurrences.map((occurrence) => ({
      ...occurrence,
      policy: occurrence.policy as unknown as CancellationTier[] | null,
      wished: occurrence.wished as unknown as AddOnRequest[],
      claims: claims.filter(({ occurrenceId }) => occurrenceId === occurrence.id),
    })),
  };
}

/** The booking that a form has already made, with its attempt to pay that is under way. */
export async function findByRequestKey(
  client: Tx,
  requestKey: string,
): Promise<{ id: string; state: BookingState; checkoutId: string | null } | null> {
  const row = await client.booking.findUnique({
    where: { requestKey },
    select: { id: true, state: true, checkoutSessions: { where: { state: { in: ['creating', 'open'] } }, select: { id: true } } },
  });
  return row && { id: row.id, state: row.state, checkoutId: row.checkoutSessions[0]?.id ?? null };
}

export interface BookingTransition {
  readonly state: BookingState;
  readonly confirmedAt?: Date;
  readonly cancelledAt?: Date;
  readonly cancelledBy?: CancelledBy;
  readonly cancelReason?: string | null;
  readonly holdExpiresAt?: Date | null;
  readonly sequence?: { increment: number };
}

/**
 * Compare and swap on the state, for the booking and those of its occurrences that are in one of the states; false when the booking
 * was in none of them any more.
 */
export async function transition(
  tx: Tx,
  id: string,
  from: readonly BookingState[],
  change: BookingTransition,
  extra: Prisma.BookingWhereInput = {},
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({ where: { id, state: { in: [...from] }, ...extra }, data: change });
  if (count === 0) return false;
  await tx.occurrence.updateMany({ where: { bookingId: id, state: { in: [...from] } }, data: { state: change.state } });
  return true;
}

export async function setHold(tx: Tx, id: string, holdExpiresAt: Date): Promise<void> {
  await tx.booking.updateMany({ where: { id, state: 'held' }, data: { holdExpiresAt } });
}

export async function setEquipmentActive(tx: Tx, occurrenceIds: readonly string[], active: boolean): Promise<void> {
  await tx.equipmentUse.updateMany({ where: { occurrenceId: { in: [...occurrenceIds] }, active: !active }, data: { active } });
}

/** Held bookings past their deadline. */
export async function findOverdue(client: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await client.booking.findMany({
    where: { state: 'held', holdExpiresAt: { lte: now } },
    orderBy: { holdExpiresAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Occurrences that have ended, the earliest first. */
export async function findEnded(client: Tx, now: Date, limit: number): Promise<{ id: string; bookingId: string }[]> {
  return client.occurrence.findMany({
    where: { state: 'confirmed', endsAt: { lte: now } },
    orderBy: { endsAt: 'asc' },
    take: limit,
    select: { id: true, bookingId: true },
  });
}

/** The calendar object is another one from now on. */
export async function raiseSequence(tx: Tx, id: string): Promise<void> {
  await tx.booking.updateMany({ where: { id }, data: { sequence: { increment: 1 } } });
}

/** Moves single occurrences on; answers those that were still in one of the states. */
export async function transitionOccurrences(
  tx: Tx,
  ids: readonly string[],
  from: readonly OccurrenceState[],
  state: OccurrenceState,
): Promise<string[]> {
  const rows = await tx.occurrence.updateManyAndReturn({
    where: { id: { in: [...ids] }, state: { in: [...from] } },
    data: { state },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
