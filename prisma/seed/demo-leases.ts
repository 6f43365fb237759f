/** The units of the demo and who rents them, with the rent of the last months. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { addDays, type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { addMonths } from '~/lib/months';
import { chargeRentIn } from '~/modules/leases/charge-rent.server';
import { claimLease } from '~/modules/leases/claim-lease.server';
import { toPlace } from '~/modules/leases/lease.repository.server';
import type { House } from './house';
import { LEASES, type SeedLease, type SeedUnit, UNITS } from './data/units';

const ORE = 100;
/** Rent that the demo has charged, back from the month that comes. */
const MONTHS_CHARGED = [-2, -1, 0, 1];
const NOTICE_MONTHS = 2;
const FLAT = { nb: 'Trinnfritt i 1. etasje, trapp til 2. etasje.', en: 'Step-free on the ground floor, stairs to the first.' };
const RULES = { nb: 'Etter leieavtalen.', en: 'By the lease.' };

export async function seedLeases(tx: Tx, house: House, organisations: Readonly<Record<string, string>>, now: Date): Promise<void> {
  const units = await insertUnits(tx);
  const today = localDateOf(now);
  for (const lease of LEASES) await insertLease(tx, { lease, roomId: units[lease.unit] ?? '', organisations, house, today }, now);
  for (const month of MONTHS_CHARGED) {
    const first = addMonths(today, month);
    if (month < 1 || addDays(first, -20) <= today) await chargeRentIn(tx, first, now);
  }
}

async function insertUnits(tx: Tx): Promise<Record<string, string>> {
  const buildings = await tx.building.findMany({ select: { id: true, slug: true } });
  const policy = await tx.cancellationPolicy.findFirstOrThrow({ select: { id: true } });
  const rows = UNITS.map((unit, index) => unitRow(unit, index, buildings.find(({ slug }) => slug === unit.building)?.id ?? '', policy.id));
  await tx.room.createMany({ data: rows });
  return Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
}

function unitRow({ slug, name, squareMetres, floor, summary }: SeedUnit, index: number, buildingId: string, cancellationPolicyId: string) {
  return {
    ...{ id: newId(), slug, name, buildingId, cancellationPolicyId, squareMetres, kind: 'let_unit' as const },
    ...{ position: 100 + index, capacity: 4, stepFree: floor.nb.startsWith('1'), bookable: false, lettable: true },
    ...{ floorNb: floor.nb, floorEn: floor.en, summaryNb: summary.nb, summaryEn: summary.en },
    ...{ descriptionNb: summary.nb, descriptionEn: summary.en, accessibilityNb: FLAT.nb, accessibilityEn: FLAT.en },
    ...{ rulesNb: RULES.nb, rulesEn: RULES.en, includedNb: [], includedEn: [] },
  };
}

type Made = { lease: SeedLease; roomId: string; organisations: Readonly<Record<string, string>>; house: House; today: LocalDate };

async function insertLease(tx: Tx, { lease, roomId, organisations, house, today }: Made, now: Date): Promise<void> {
  const month = (count: number) => toDateColumn(addMonths(today, count));
  const leaseId = newId();
  const { ends, notice, option, includedHours = 0, depositKroner = 0, state } = lease;
  await tx.lease.create({
    data: {
      ...{
        id: leaseId,
        organisationId: organisations[lease.tenant] ?? '',
        state,
        purpose: lease.purpose,
        requestKey: `seed:${lease.unit}:${lease.tenant}`,
      },
      ...{ startsOn: month(lease.starts), endsOn: ends === undefined ? null : month(ends), noticeMonths: NOTICE_MONTHS },
      ...(notice && { noticeBy: notice, noticeGivenOn: month(-1) }),
      ...(option && { optionMonths: option.months, optionBy: month(option.by) }),
      ...{ vat: 'exempt', includedMinutes: includedHours * 60, depositOre: depositKroner * ORE },
      ...{ indexClause: 'commercial', indexBaseMonth: toDateColumn(addMonths(today, lease.starts - 2)) },
    },
    select: { id: true },
  });
  const slots = (lease.times ?? [{}]).map((time) => ({ id: newId(), leaseId, roomId, ...time }));
  await tx.leaseSlot.createMany({ data: slots });
  const rent = [
    { kind: 'rent' as const, labelNb: 'Husleie', labelEn: 'Rent', monthlyNetOre: lease.rentKroner * ORE, indexed: true },
    {
      kind: 'common_costs' as const,
      labelNb: 'Felleskostnader',
      labelEn: 'Common costs',
      monthlyNetOre: (lease.commonKroner ?? 0) * ORE,
      indexed: false,
    },
  ].filter(({ monthlyNetOre }) => monthlyNetOre > 0);
  await tx.rentLine.createMany({
    data: rent.map((line) => ({ id: newId(), leaseId, ...line, vatCode: '6', validFrom: month(lease.starts) })),
  });
  const actions = [
    'lease.drafted',
    ...(state === 'draft' ? [] : ['lease.offered']),
    ...(state === 'offered' || state === 'draft' ? [] : ['lease.signed', 'lease.started']),
  ];
  const begun = lease.starts < 0 ? toDateColumn(addDays(addMonths(today, lease.starts), -14)) : toDateColumn(addDays(today, -3));
  const trail = actions.map((action) => ({ action, at: begun })).concat(notice ? [{ action: 'lease.notice_given', at: month(-1) }] : []);
  await tx.auditEntry.createMany({
    data: trail.map((entry) => ({
      ...{ ...entry, id: newId(), subjectType: 'lease', subjectId: leaseId, actorKind: 'person', actorPersonId: house.accounts.manager },
    })),
  });
  if (state !== 'running' && state !== 'notice_given') return;
  const places = await tx.leaseSlot.findMany({ where: { leaseId } });
  await claimLease(
    tx,
    {
      ...{ id: leaseId, startsOn: addMonths(today, lease.starts), endsOn: ends === undefined ? null : addMonths(today, ends) },
      places: places.map(toPlace),
    },
    now,
  );
}
