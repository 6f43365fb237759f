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
  /** The first of those that are made, paid and given up together. */
  readonly groupId: string;
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
export async function insert(tx: Tx, changes: readonly NewChange[]): Promise<void> {
  await tx.bookingChange.createMany({
    data: changes.map(({ before, after, ...change }) => {
      const positions = [...before.lines, ...after.added].map(({ position }) => position);
      const lastPosition = Math.max(0, ...positions);
      return { ...change, state: 'awaiting_payment' as const, before: toJson(before), after: toJson(after), lastPosition };
    }),
  });
}

export async function findById(client: Tx, id: string): Promise<ChangeRow | null> {
  return toChange(await client.bookingChange.findUnique({ where: { id }, select: FIELDS }));
}

/** Changes that were made together, the first of them first. */
export async function findGroup(client: Tx, groupId: string): Promise<ChangeRow[]> {
  const rows = await client.bookingChange.findMany({ where: { groupId }, orderBy: { id: 'asc' }, select: FIELDS });
  return rows.flatMap((row) => toChange(row) ?? []);
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
export async function findOverdue(client: Tx, now: Date, limit: number): Promise<{ groupId: string; bookingId: string }[]> {
  return client.bookingChange.findMany({
    where: { state: 'awaiting_payment', holdExpiresAt: { lte: now } },
    orderBy: { holdExpiresAt: 'asc' },
    distinct: ['groupId'],
    take: limit,
    select: { groupId: true, bookingId: true },
  });
}

/** Compare and swap on the state, for changes that were made together. */
export async function transition(
  tx: Tx,
  groupId: string,
  from: ChangeState,
  data: { state: ChangeState; appliedAt?: Date; holdExpiresAt?: null },
): Promise<boolean> {
  return (await tx.bookingChange.updateMany({ where: { groupId, state: from }, data })).count > 0;
}

/** Changes that were given up wait again: they were paid after all, and are possible. */
export async function reopen(tx: Tx, groupId: string): Promise<void> {
  await tx.bookingChange.updateMany({ where: { groupId, state: 'released' }, data: { state: 'awaiting_payment' } });
}

export async function setHold(tx: Tx, groupId: string, holdExpiresAt: Date): Promise<void> {
  await tx.bookingChange.updateMany({ where: { groupId, state: 'awaiting_payment' }, data: { holdExpiresAt } });
}

/** The number for the next line of a booking; numbers that a change has kept for itself are never given again. */
export async function nextPosition(tx: Tx, bookingId: string): Promise<number> {
  const lines = await tx.quoteLine.aggregate({ where: { bookingId }, _max: { position: true } });
  const changes = await tx.bookingChange.aggregate({ where: { bookingId }, _max: { lastPosition: true } });
  return Math.max(lines._max.position ?? 0, changes._max.lastPosition ?? 0) + 1;
}

/** Replaces lines of the price by others. */
export async function replaceLines(
  tx: Tx,
  bookingId: string,
  changes: readonly (Pick<ChangeRow, 'id' | 'occurrenceId'> & { readonly lines: Pick<LineChange, 'replaced' | 'added'> })[],
): Promise<void> {
  const gone = changes.flatMap(({ id, lines }) => lines.replaced.map(({ position }) => ({ id, position })));
  await tx.$executeRaw`
    UPDATE quote_line l SET replaced_by_id = s.id
    FROM json_to_recordset(${JSON.stringify(gone)}::json) AS s(id uuid, position int)
    WHERE l.booking_id = ${bookingId}::uuid AND l.position = s.position AND l.replaced_by_id IS NULL`;
  await tx.quoteLine.createMany({
    data: changes.flatMap(({ id, occurrenceId, lines }) =>
      lines.added.map((line) => ({ ...line, id: newId(), bookingId, occurrenceId, changeId: id })),
    ),
  });
}

/** Where occurrences are from now on; one that could not be had is had. */
export async function moveOccurrences(tx: Tx, places: readonly (Place & { readonly occurrenceId: string })[]): Promise<void> {
  const rows = places.map(({ occurrenceId, roomId, slot }) => ({ id: occurrenceId, roomId, ...slot }));
  await tx.$executeRaw`
    UPDATE occurrence o SET room_id = s."roomId", starts_at = s.start, ends_at = s."end", refusal = NULL,
      state = CASE WHEN o.state = 'refused' THEN 'confirmed' ELSE o.state END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s(id uuid, "roomId" uuid, start timestamptz, "end" timestamptz)
    WHERE o.id = s.id`;
}

/** The booking costs what its lines in force cost, and its calendar object is another one. */
export async function setTotals(tx: Tx, bookingId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE booking b SET total_ore = l.gross, vat_ore = l.vat, sequence = b.sequence + 1, updated_at = now()
    FROM (SELECT coalesce(sum(gross_ore), 0)::int AS gross, coalesce(sum(vat_ore), 0)::int AS vat
      FROM quote_line WHERE booking_id = ${bookingId}::uuid AND replaced_by_id IS NULL) l
    WHERE b.id = ${bookingId}::uuid`;
}

/** What was added to occurrences and is agreed; people with their hours, unless they are there all of the time. */
export async function findEquipment(
  tx: Tx,
  occurrences: readonly { readonly id: string; readonly startsAt: Date }[],
): Promise<Map<string, AddOnRequest[]>> {
  const uses = await tx.equipmentUse.findMany({
    where: { occurrenceId: { in: occurrences.map(({ id }) => id) }, active: true, changeId: null },
    orderBy: { equipmentItemId: 'asc' },
    select: { occurrenceId: true, equipmentItemId: true, quantity: true, startsAt: true, endsAt: true, item: { select: { kind: true } } },
  });
  const found = new Map<string, AddOnRequest[]>();
  for (const { id, startsAt: begins } of occurrences) {
    const from = (instant: Date) => durationMinutes({ start: begins, end: instant });
    found.set(
      id,
      uses
        .filter((use) => use.occurrenceId === id)
        .map(({ equipmentItemId: itemId, quantity, startsAt, endsAt, item }) =>
          item.kind === 'staff'
            ? { itemId, quantity, hours: { fromMinutes: from(startsAt), toMinutes: from(endsAt) } }
            : { itemId, quantity },
        ),
    );
  }
  return found;
}

/** What is agreed moves along: things are out as long as the room is claimed, people are there for as long as before. */
export async function moveEquipment(
  tx: Tx,
  moves: readonly { readonly occurrenceId: string; readonly period: Interval; readonly laterByMinutes: number }[],
): Promise<void> {
  const rows = moves.map(({ occurrenceId, period, laterByMinutes }) => ({ id: occurrenceId, later: laterByMinutes, ...period }));
  await tx.$executeRaw`
    UPDATE equipment_use u SET
      starts_at = CASE WHEN i.kind = 'staff' THEN u.starts_at + make_interval(mins => s.later) ELSE s.start END,
      ends_at = CASE WHEN i.kind = 'staff' THEN u.ends_at + make_interval(mins => s.later) ELSE s."end" END
    FROM equipment_item i, json_to_recordset(${JSON.stringify(rows)}::json) AS s(id uuid, later int, start timestamptz, "end" timestamptz)
    WHERE i.id = u.equipment_item_id AND u.occurrence_id = s.id AND u.active AND u.change_id IS NULL`;
}

/** Keeps what comes along for the hours that it is not out already, until the changes are paid. */
export async function holdEquipment(
  tx: Tx,
  changes: readonly { readonly id: string; readonly occurrenceId: string; readonly uses: readonly AddOnUse[] }[],
): Promise<void> {
  const occurrenceIds = changes.map(({ occurrenceId }) => occurrenceId);
  const own = await tx.equipmentUse.findMany({ where: { occurrenceId: { in: occurrenceIds }, active: true, changeId: null } });
  const data = changes.flatMap(({ id: changeId, occurrenceId, uses }) =>
    uses.flatMap(({ itemId, quantity, ...period }) => {
      const out = own
        .filter((use) => use.occurrenceId === occurrenceId && use.equipmentItemId === itemId)
        .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
      return subtract([period], out).map(({ start, end }) => ({
        ...{ id: newId(), occurrenceId, equipmentItemId: itemId, quantity, startsAt: start, endsAt: end, changeId },
      }));
    }),
  );
  if (data.length > 0) await tx.equipmentUse.createMany({ data });
}

/** What was kept for changes is agreed: dates that are new have it from now on. */
export async function agreeEquipment(tx: Tx, changeIds: readonly string[]): Promise<void> {
  await tx.equipmentUse.updateMany({ where: { changeId: { in: [...changeIds] }, active: true }, data: { changeId: null } });
}

export async function dropEquipment(tx: Tx, changeIds: readonly string[]): Promise<void> {
  await tx.equipmentUse.updateMany({ where: { changeId: { in: [...changeIds] }, active: true }, data: { active: false } });
}

/** Whether anything comes along with these changes that others might have by now. */
export async function bringsEquipment(tx: Tx, changes: readonly Pick<ChangeRow, 'id' | 'occurrenceId'>[]): Promise<boolean> {
  const agreed = { occurrenceId: { in: changes.map(({ occurrenceId }) => occurrenceId) }, active: true, changeId: null };
  const kept = { changeId: { in: changes.map(({ id }) => id) } };
  return (await tx.equipmentUse.count({ where: { OR: [agreed, kept] } })) > 0;
}

const FIELDS = {
  id: true,
  bookingId: true,
  occurrenceId: true,
  groupId: true,
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
