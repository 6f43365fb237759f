/** One lease as the desk sees it, and what its form offers to choose from. */
import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, localDateOf } from '~/lib/local-time';
import type { KnownRegisterState } from '../organisations/organisation';
import { findFit, type LeaseFit } from './claim-lease.server';
import type { LeaseParty, LeasePlace, LeaseState } from './lease';
import { toPlace } from './lease.repository.server';
import type { LeaseTerms, RentLineKind } from './lease-terms';
import { type LeaseDeposit, loadDeposit } from './deposit.queries.server';
import { decideNotice } from './notice';
import type { MonthRent } from './rent-schedule';
import { loadRentSchedule } from './rent-schedule.queries.server';

export interface RentLine {
  readonly id: string;
  readonly kind: RentLineKind;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly monthlyNetOre: number;
  readonly vatCode: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface LeasePage {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: LeaseState;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly registerState: KnownRegisterState;
    readonly internal: boolean;
  };
  readonly room: { readonly slug: string; readonly name: string; readonly buildingName: string; readonly squareMetres: number };
  readonly places: readonly LeasePlace[];
  readonly terms: LeaseTerms;
  readonly rentLines: readonly RentLine[];
  readonly notice: { readonly givenOn: LocalDate; readonly by: LeaseParty } | null;
  /** The first day after it, were notice given today; null where it cannot be. */
  readonly noticeEndsOn: LocalDate | null;
  /** Before it is signed: whether it would fit. */
  readonly fit: LeaseFit | null;
  readonly deposit: LeaseDeposit | null;
  readonly schedule: readonly MonthRent[];
  readonly timeline: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actorName: string | null;
}

/** Null when there is none. */
export async function findLeasePage(id: string, now: Date): Promise<LeasePage | null> {
  const row = await db.lease.findUnique({
    where: { id },
    include: {
      slots: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }], include: { room: { include: { building: true } } } },
      rentLines: { orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] },
      organisation: { select: { id: true, name: true, kind: true, registerState: true } },
    },
  });
  const room = row?.slots[0]?.room;
  if (!row || !room) return null;
  const places = row.slots.map(toPlace);
  const day = (column: Date | null) => column && fromDateColumn(column);
  const { number, version, state, noticeMonths, indexClause } = row;
  const term = { startsOn: fromDateColumn(row.startsOn), endsOn: day(row.endsOn) };
  const rentLines = row.rentLines.map((line) => ({
    ...line,
    ...{ validFrom: fromDateColumn(line.validFrom), validTo: day(line.validTo) },
  }));
  const notice = decideNotice({ ...term, state, noticeMonths, indexClause }, localDateOf(now));
  const open = state === 'draft' || state === 'offered';
  return {
    ...{ id, number, version, state, places },
    organisation: { ...pick(row.organisation), internal: row.organisation.kind === 'internal' },
    room: { slug: room.slug, name: room.name, buildingName: room.building.name, squareMetres: room.squareMetres },
    terms: {
      ...{ ...term, organisationId: row.organisationId, purpose: row.purpose, roomId: room.id, noticeMonths, indexClause, vat: row.vat },
      weekly: places.flatMap(({ weekly }) => weekly ?? []),
      option: row.optionMonths !== null && row.optionBy !== null ? { months: row.optionMonths, by: fromDateColumn(row.optionBy) } : null,
      ...{ taxableUseDeclaredOn: day(row.taxableUseDeclaredOn), includedMinutes: row.includedMinutes, depositOre: row.depositOre },
      ...{ indexBaseMonth: day(row.indexBaseMonth), indexShareBp: row.indexShareBp, indexFloor: row.indexFloor },
      rent: rentLines.map(({ kind, labelNb, labelEn, monthlyNetOre, indexed }) => ({ kind, labelNb, labelEn, monthlyNetOre, indexed })),
    },
    rentLines: rentLines.map(({ id: lineId, kind, labelNb, labelEn, monthlyNetOre, vatCode, validFrom, validTo }) => ({
      ...{ id: lineId, kind, labelNb, labelEn, monthlyNetOre, vatCode, validFrom, validTo },
    })),
    notice: row.noticeGivenOn && row.noticeBy ? { givenOn: fromDateColumn(row.noticeGivenOn), by: row.noticeBy } : null,
    noticeEndsOn: notice.ok ? notice.value.endsOn : null,
    fit: open ? await findFit(db, { id, ...term, places }, now) : null,
    deposit: row.depositOre > 0 && !open ? (await loadDeposit(db, id, row.depositOre)).deposit : null,
    schedule: await loadRentSchedule(db, id, { term, lines: rentLines }, now),
    timeline: await findTimeline(id),
  };
}

function pick({ id, name, registerState }: { id: string; name: string; registerState: KnownRegisterState }) {
  return { id, name, registerState };
}

function findTimeline(leaseId: string): Promise<TimelineEntry[]> {
  return db.$queryRaw<TimelineEntry[]>`
    SELECT a.id::text, a.at, a.action, a.actor_kind AS "actorKind", coalesce(nullif(p.name, ''), p.email) AS "actorName"
    FROM audit_entry a LEFT JOIN person p ON p.id = a.actor_person_id
    WHERE a.subject_type = 'lease' AND a.subject_id = ${leaseId}
    ORDER BY a.at, a.id`;
}

export interface LeaseChoices {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly registerState: KnownRegisterState }[];
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly buildingName: string; readonly squareMetres: number }[];
}

/** Organisations that are still there, and rooms that are let. */
export async function listLeaseChoices(): Promise<LeaseChoices> {
  const [organisations, rooms] = await Promise.all([
    db.organisation.findMany({
      where: { registerState: { notIn: ['deleted', 'removed', 'bankrupt'] } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, registerState: true },
    }),
    db.room.findMany({
      where: { lettable: true },
      orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
      select: { id: true, name: true, squareMetres: true, building: { select: { name: true } } },
    }),
  ]);
  return { organisations, rooms: rooms.map(({ building, ...room }) => ({ ...room, buildingName: building.name })) };
}
