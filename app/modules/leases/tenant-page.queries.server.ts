/** An organisation's leases for its own people. */
import { db, type Prisma } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { fromDateColumn, type LocalDate, localDateOf } from '~/lib/local-time';
import type { Allowance } from '../pricing/allowance';
import { loadAllowances } from '../pricing/allowance.queries.server';
import { type Actor, can } from '../identity/permissions';
import type { LeaseParty, LeaseState, WeeklyTime } from './lease';
import { toPlace } from './lease.repository.server';
import { decideNotice, noticeMonthsOf } from './notice';
import { loadRentSchedule } from './rent-schedule.queries.server';
import type { MonthRent } from './rent-schedule';

/** Times that come, for a lease of weekly times. */
const NEXT_DATES = 5;
const SHOWN_STATES = ['offered', 'signed', 'running', 'notice_given'] as const;

export interface TenantLease {
  readonly id: string;
  readonly number: number;
  readonly state: LeaseState;
  readonly roomName: string;
  readonly buildingName: string;
  readonly purpose: string;
  readonly times: readonly WeeklyTime[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly noticeMonths: number;
  readonly notice: { readonly givenOn: LocalDate; readonly by: LeaseParty } | null;
  /** The first day after it, were notice given today; null where the viewer may not, or it cannot be. */
  readonly noticeEndsOn: LocalDate | null;
  readonly includedMinutes: number;
  readonly depositOre: number;
  readonly next: readonly Interval[];
  readonly schedule: readonly MonthRent[];
}

export interface TenantPage {
  readonly organisation: { readonly id: string; readonly name: string; readonly internal: boolean };
  /** Hours that bookings of this month have left; null where none are included. */
  readonly included: Allowance | null;
  readonly leases: readonly TenantLease[];
}

/** Null when there is no such organisation, or its leases are none of the actor's business. */
export async function findTenantPage(actor: Actor, organisationId: string, now: Date): Promise<TenantPage | null> {
  if (!can(actor, 'lease.view', { organisationId })) return null;
  const organisation = await db.organisation.findUnique({ where: { id: organisationId }, select: { id: true, name: true, kind: true } });
  if (!organisation) return null;
  const rows = await db.lease.findMany({
    where: { organisationId, state: { in: [...SHOWN_STATES] } },
    orderBy: { number: 'asc' },
    include: {
      slots: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }], include: { room: { include: { building: true } } } },
      rentLines: true,
    },
  });
  const mayEnd = can(actor, 'lease.give_notice', { organisationId });
  const leases: TenantLease[] = [];
  // An organisation has few leases.
  for (const row of rows) leases.push(await toLease(row, mayEnd, now));
  const today = localDateOf(now);
  const [included] = await loadAllowances(db, { organisationId, dates: { from: today, to: today }, lock: false }, now);
  const { kind, ...about } = organisation;
  return { organisation: { ...about, internal: kind === 'internal' }, leases, included: included ?? null };
}

type Row = Prisma.LeaseGetPayload<{ include: { slots: { include: { room: { include: { building: true } } } }; rentLines: true } }>;

async function toLease(row: Row, mayEnd: boolean, now: Date): Promise<TenantLease> {
  const { id, number, state, purpose, includedMinutes, depositOre, slots } = row;
  const day = (column: Date | null) => column && fromDateColumn(column);
  const term = { startsOn: fromDateColumn(row.startsOn), endsOn: day(row.endsOn) };
  const terms = { ...term, state, noticeMonths: row.noticeMonths, indexClause: row.indexClause };
  const notice = decideNotice(terms, localDateOf(now));
  const lines = row.rentLines.map(({ monthlyNetOre, validFrom, validTo }) => ({
    ...{ monthlyNetOre, validFrom: fromDateColumn(validFrom), validTo: day(validTo) },
  }));
  const times = slots.flatMap((slot) => toPlace(slot).weekly ?? []);
  return {
    ...{ id, number, state, purpose, includedMinutes, depositOre, times, ...term, noticeMonths: noticeMonthsOf(terms) },
    ...{ roomName: slots[0]?.room.name ?? '', buildingName: slots[0]?.room.building.name ?? '' },
    notice: row.noticeGivenOn && row.noticeBy ? { givenOn: fromDateColumn(row.noticeGivenOn), by: row.noticeBy } : null,
    noticeEndsOn: mayEnd && notice.ok ? notice.value.endsOn : null,
    next: times.length === 0 ? [] : await findNext(id, now),
    schedule: await loadRentSchedule(db, id, { term, lines }, now),
  };
}

async function findNext(leaseId: string, now: Date): Promise<Interval[]> {
  const rows = await db.claim.findMany({
    where: { leaseSlot: { leaseId }, active: true, endsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    take: NEXT_DATES,
    select: { startsAt: true, endsAt: true },
  });
  return rows.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
}

/** Which of these organisations have, or are offered, a lease. */
export async function organisationsWithLease(organisationIds: readonly string[]): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db.lease.findMany({
    where: { organisationId: { in: [...organisationIds] }, state: { in: [...SHOWN_STATES, 'ended'] } },
    distinct: ['organisationId'],
    select: { organisationId: true },
  });
  return rows.map(({ organisationId }) => organisationId);
}
