/** Changes of bookings, as rows, and the lines they come with. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { durationMinutes, type Interval, subtract } from '~/lib/interval';
import type { QuoteLine } from '../../pricing/quote';
import type { AddOnRequest, AddOnUse } from '../decide-add-ons';
import type { ChangeKind, ChangeState, Place } from './change';
import type { LineChange } from './change-lines';

/** Where an occurrence was, and its lines in force then. */
export type PlaceBefore = Place & { readonly lines: readonly QuoteLine[] };
/** Where it is to be, the positions of the lines that stay, and those that are added. */
export type PlaceAfter = Place & { readonly kept: readonly number[]; readonly added: readonly QuoteLine[] };

export interface ChangeRow {
  readonly id: string;
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly madeById: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly before: PlaceBefore;
  readonly after: PlaceAfter;
  readonly dueOre: number;
  readonly backOre: number;
  readonly undoesId: string | null;
  readonly holdExpiresAt: Date | null;
  readonly appliedAt: Date | null;
  readonly createdAt: Date;
}

export type NewChange = Omit<ChangeRow, 'state' | 'appliedAt'> & { readonly requestKey: string };

/** Stored as waiting; what needs no payment is applied in the same transaction. */
export async function insert(tx: Tx, { before, after, ...change }: NewChange): Promise<void> {
  const positions = [...before.lines, ...after.added].map(({ position }) => position);
  await tx.bookingChange.create({
    data: { ...change, state: 'awaiting_payment', before: toJson(before), after: toJson(after), lastPosition: Math.max(0, ...positions) },
    select: { id: true },
  });
}

export async function findById(client: Tx, id: string): Promise<ChangeRow | null> {
  return toChange(await client.bookingChange.findUnique({ where: { id }, select: FIELDS }));
}

/** The change that a form has already made. */
export async function findByRequestKey(client: Tx, requestKey: string): Promise<ChangeRow | null> {
  return toChange(await client.bookingChange.findUnique({ where: { requestKey }, select: FIELDS }));
}

/** All changes of a booking, the oldest first. */
export async function findByBooking(client: Tx, bookingId: string): Promise<ChangeRow[]> {
  const rows = await client.bookingChange.findMany({ where: { bookingId }, orderBy: { id: 'asc' }, select: FIELDS });
  return rows.flatMap((row) => toChange(row) ?? []);
}

/** Whether a payment may still change the booking. */
export async function hasWaitingChange(client: Tx, bookingId: string): Promise<boolean> {
  return (await client.bookingChange.count({ where: { bookingId, state: 'awaiting_payment' } })) > 0;
}

/** Changes whose time to be paid is over. */
export async function findOverdue(client: Tx, now: Date, limit: number): Promise<{ id: string; bookingId: string }[]> {
  return client.bookingChange.findMany({
    where: { state: 'awaiting_payment', holdExpiresAt: { lte: now } },
    orderBy: { holdExpiresAt: 'asc' },
    take: limit,
    select: { id: true, bookingId: true },
  });
}

/** Compare and swap on the state. */
export async function transition(
  tx: Tx,
  id: string,
  from: ChangeState,
  data: { state: ChangeState; appliedAt?: Date; holdExpiresAt?: null },
): Promise<boolean> {
  return (await tx.bookingChange.updateMany({ where: { id, state: from }, data })).count === 1;
}

/** A change that was given up waits again: it was paid after all, and is possible. */
export async function reopen(tx: Tx, id: string): Promise<void> {
  await tx.bookingChange.updateMany({ where: { id, state: 'released' }, data: { state: 'awaiting_payment' } });
}

export async function setHold(tx: Tx, id: string, holdExpiresAt: Date): Promise<void> {
  await tx.bookingChange.updateMany({ where: { id, state: 'awaiting_payment' }, data: { holdExpiresAt } });
}

/** The number for the next line of a booking; numbers that a change has kept for itself are never given again. */
export async function nextPosition(tx: Tx, bookingId: string): Promise<number> {
  const lines = await tx.quoteLine.aggregate({ where: { bookingId }, _max: { position: true } });
  const changes = await tx.bookingChange.aggregate({ where: { bookingId }, _max: { lastPosition: true } });
  return Math.max(lines._max.position ?? 0, changes._max.lastPosition ?? 0) + 1;
}

/** Replaces lines of the price by others. */
export async function replaceLines(tx: Tx, change: ChangeRow, { replaced, added }: Pick<LineChange, 'replaced' | 'added'>): Promise<void> {
  const { id, bookingId, occurrenceId } = change;
  await tx.quoteLine.updateMany({
    where: { bookingId, position: { in: replaced.map(({ position }) => position) }, replacedById: null },
    data: { replacedById: id },
  });
  await tx.quoteLine.createMany({ data: added.map((line) => ({ ...line, id: newId(), bookingId, occurrenceId, changeId: id })) });
}

export async function moveOccurrence(tx: Tx, occurrenceId: string, { roomId, slot }: Place): Promise<void> {
  await tx.occurrence.update({
    where: { id: occurrenceId },
    data: { roomId, startsAt: slot.start, endsAt: slot.end },
    select: { id: true },
  });
}

/** The booking costs what its lines in force cost, and its calendar object is another one. */
export async function setTotals(tx: Tx, bookingId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE booking b SET total_ore = l.gross, vat_ore = l.vat, sequence = b.sequence + 1, updated_at = now()
    FROM (SELECT coalesce(sum(gross_ore), 0)::int AS gross, coalesce(sum(vat_ore), 0)::int AS vat
      FROM quote_line WHERE booking_id = ${bookingId}::uuid AND replaced_by_id IS NULL) l
    WHERE b.id = ${bookingId}::uuid`;
}

/** What was added to an occurrence and is agreed; people with their hours, unless they are there all of the time. */
export async function findEquipment(tx: Tx, occurrence: { id: string; startsAt: Date; endsAt: Date }): Promise<AddOnRequest[]> {
  const uses = await tx.equipmentUse.findMany({
    where: { occurrenceId: occurrence.id, active: true, changeId: null },
    orderBy: { equipmentItemId: 'asc' },
    select: { equipmentItemId: true, quantity: true, startsAt: true, endsAt: true, item: { select: { kind: true } } },
  });
  return uses.map(({ equipmentItemId: itemId, quantity, startsAt, endsAt, item }) => {
    if (item.kind !== 'staff') return { itemId, quantity };
    const from = (instant: Date) => durationMinutes({ start: occurrence.startsAt, end: instant });
    return { itemId, quantity, hours: { fromMinutes: from(startsAt), toMinutes: from(endsAt) } };
  });
}

/** What is agreed moves along: things are out as long as the room is claimed, people are there for as long as before. */
export async function moveEquipment(tx: Tx, occurrenceId: string, period: Interval, laterByMinutes: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE equipment_use u SET
      starts_at = CASE WHEN i.kind = 'staff' THEN u.starts_at + make_interval(mins => ${laterByMinutes}::int) ELSE ${period.start}::timestamptz END,
      ends_at = CASE WHEN i.kind = 'staff' THEN u.ends_at + make_interval(mins => ${laterByMinutes}::int) ELSE ${period.end}::timestamptz END
    FROM equipment_item i
    WHERE i.id = u.equipment_item_id AND u.occurrence_id = ${occurrenceId}::uuid AND u.active AND u.change_id IS NULL`;
}

/** Keeps what comes along for the hours that it is not out already, until the change is paid. */
export async function holdEquipment(tx: Tx, changeId: string, occurrenceId: string, uses: readonly AddOnUse[]): Promise<void> {
  const own = await tx.equipmentUse.findMany({ where: { occurrenceId, active: true, changeId: null } });
  const data = uses.flatMap(({ itemId, quantity, ...period }) => {
    const out = own.filter((use) => use.equipmentItemId === itemId).map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
    return subtract([period], out).map(({ start, end }) => ({
      ...{ id: newId(), occurrenceId, equipmentItemId: itemId, quantity, startsAt: start, endsAt: end, changeId },
    }));
  });
  if (data.length > 0) await tx.equipmentUse.createMany({ data });
}

export async function dropEquipment(tx: Tx, changeId: string): Promise<void> {
  await tx.equipmentUse.updateMany({ where: { changeId, active: true }, data: { active: false } });
}

const FIELDS = {
  id: true,
  bookingId: true,
  occurrenceId: true,
  madeById: true,
  kind: true,
  state: true,
  before: true,
  after: true,
  dueOre: true,
  backOre: true,
  undoesId: true,
  holdExpiresAt: true,
  appliedAt: true,
  createdAt: true,
} satisfies Prisma.BookingChangeSelect;

type Row = Prisma.BookingChangeGetPayload<{ select: typeof FIELDS }>;
type StoredPlace = { roomId: string; start: string; end: string };

function toChange(row: Row | null): ChangeRow | null {
  if (!row) return null;
  const before = row.before as unknown as StoredPlace & Pick<PlaceBefore, 'lines'>;
  const after = row.after as unknown as StoredPlace & Pick<PlaceAfter, 'kept' | 'added'>;
  return {
    ...row,
    before: { ...fromStored(before), lines: before.lines },
    after: { ...fromStored(after), kept: after.kept, added: after.added },
  };
}

function fromStored({ roomId, start, end }: StoredPlace): Place {
  return { roomId, slot: { start: new Date(start), end: new Date(end) } };
}

function toJson({ roomId, slot, ...more }: PlaceBefore | PlaceAfter): Prisma.InputJsonObject {
  const stored = { roomId, start: slot.start, end: slot.end, ...more };
  // Instants become text.
  return JSON.parse(JSON.stringify(stored)) as Prisma.InputJsonObject;
}
