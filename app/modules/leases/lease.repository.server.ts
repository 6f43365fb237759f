/** Reads and writes leases with what they let and what it costs. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { fromDateColumn, type LocalDate, toDateColumn, type Weekday } from '~/lib/local-time';
import type { LeasePlace, LeaseState } from './lease';
import type { LeaseTerms } from './lease-terms';

type Day = LocalDate | null;

/** A lease as it is kept. */
export interface LeaseRow {
  readonly id: string;
  readonly number: number;
  readonly organisationId: string;
  readonly state: LeaseState;
  readonly version: number;
  readonly startsOn: LocalDate;
  readonly endsOn: Day;
  readonly noticeMonths: number;
  readonly indexClause: LeaseTerms['indexClause'];
  readonly option: LeaseTerms['option'];
  readonly depositOre: number;
  readonly places: readonly (LeasePlace & { readonly id: string })[];
}

const day = (column: Date | null): Day => column && fromDateColumn(column);
const column = (date: Day): Date | null => date && toDateColumn(date);

/** The lease, locked until the end of the transaction; null when there is none. */
export async function lockLease(tx: Tx, id: string): Promise<LeaseRow | null> {
  await tx.$queryRaw`SELECT 1 FROM lease WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.lease.findUnique({ where: { id }, include: { slots: true } });
  if (!row) return null;
  const { number, organisationId, state, version, startsOn, endsOn, noticeMonths, indexClause, optionMonths, optionBy, depositOre } = row;
  return {
    ...{ id, number, organisationId, state, version, noticeMonths, indexClause, depositOre },
    ...{ startsOn: fromDateColumn(startsOn), endsOn: day(endsOn), places: row.slots.map(toPlace) },
    option: optionMonths !== null && optionBy !== null ? { months: optionMonths, by: fromDateColumn(optionBy) } : null,
  };
}

type SlotColumns = Pick<Prisma.LeaseSlotGetPayload<object>, 'id' | 'roomId' | 'weekday' | 'fromMinute' | 'toMinute'>;

export function toPlace({ id, roomId, weekday, fromMinute, toMinute }: SlotColumns): LeasePlace & { id: string } {
  const weekly =
    weekday === null || fromMinute === null || toMinute === null ? null : { weekday: weekday as Weekday, fromMinute, toMinute };
  return { id, roomId, weekly };
}

/** The lease that a form has already made. */
export async function findByRequestKey(tx: Tx, requestKey: string): Promise<{ id: string } | null> {
  return tx.lease.findUnique({ where: { requestKey }, select: { id: true } });
}

export async function insertLease(
  tx: Tx,
  { terms, vatCode, requestKey }: { terms: LeaseTerms; vatCode: string; requestKey: string },
): Promise<{ id: string; number: number }> {
  const lease = await tx.lease.create({
    data: { id: newId(), requestKey, state: 'draft', ...columnsOf(terms) },
    select: { id: true, number: true },
  });
  await insertContents(tx, lease.id, terms, vatCode);
  return lease;
}

/** Writes a draft anew, with all it lets and costs. */
export async function rewriteLease(tx: Tx, id: string, terms: LeaseTerms, vatCode: string): Promise<void> {
  await tx.leaseSlot.deleteMany({ where: { leaseId: id } });
  await tx.rentLine.deleteMany({ where: { leaseId: id } });
  await tx.lease.update({ where: { id }, data: { ...columnsOf(terms), version: { increment: 1 } }, select: { id: true } });
  await insertContents(tx, id, terms, vatCode);
}

function columnsOf(terms: LeaseTerms) {
  const { organisationId, purpose, noticeMonths, option, vat, includedMinutes, depositOre, indexClause, indexShareBp, indexFloor } = terms;
  return {
    ...{ organisationId, purpose, noticeMonths, vat, includedMinutes, depositOre, indexClause, indexShareBp, indexFloor },
    ...{ startsOn: toDateColumn(terms.startsOn), endsOn: column(terms.endsOn), indexBaseMonth: column(terms.indexBaseMonth) },
    ...{ optionMonths: option?.months ?? null, optionBy: column(option?.by ?? null) },
    taxableUseDeclaredOn: column(terms.taxableUseDeclaredOn),
  };
}

async function insertContents(tx: Tx, leaseId: string, { roomId, weekly, rent, startsOn }: LeaseTerms, vatCode: string): Promise<void> {
  const slots = weekly.length === 0 ? [{}] : weekly;
  await tx.leaseSlot.createMany({ data: slots.map((time) => ({ id: newId(), leaseId, roomId, ...time })) });
  const validFrom = toDateColumn(startsOn);
  await tx.rentLine.createMany({ data: rent.map((line) => ({ id: newId(), leaseId, ...line, vatCode, validFrom })) });
}

/** Moves a locked lease to another state, with what goes along. */
export async function moveTo(tx: Tx, id: string, state: LeaseState, more: Prisma.LeaseUncheckedUpdateInput = {}): Promise<void> {
  await tx.lease.update({ where: { id }, data: { ...more, state, version: { increment: 1 } }, select: { id: true } });
}

/** Binding leases in rooms, without one: who has which time of them. */
export async function findBindingIn(tx: Tx, roomIds: readonly string[], exceptId: string) {
  const rows = await tx.leaseSlot.findMany({
    where: {
      roomId: { in: [...roomIds] },
      lease: { state: { in: ['signed', 'running', 'notice_given'] }, id: { not: exceptId } },
    },
    include: { lease: { select: { id: true, number: true, startsOn: true, endsOn: true, organisation: { select: { name: true } } } } },
  });
  return rows.map(({ lease, ...slot }) => ({
    ...toPlace(slot),
    leaseId: lease.id,
    number: lease.number,
    who: lease.organisation.name,
    ...{ startsOn: fromDateColumn(lease.startsOn), endsOn: day(lease.endsOn) },
  }));
}

/** Rooms that share walls: themselves, the whole that they are parts of, and the parts that they are the whole of. */
export async function findRoomFamily(tx: Tx, roomIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id::text FROM room r
    WHERE r.id = ANY (${[...roomIds]}::uuid[]) OR r.parent_id = ANY (${[...roomIds]}::uuid[])
      OR r.id IN (SELECT parent_id FROM room WHERE id = ANY (${[...roomIds]}::uuid[]))`;
  return rows.map(({ id }) => id);
}
