/** What leases bring: rent month by month, deposits, and what their tenants see. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/modules/identity/permissions';
import type { LeaseTerms } from '~/modules/leases/lease-terms';
import { db, house, manager, NOW } from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { toInstantOrAfterGap } = await import('~/lib/local-time');
const { createLease } = await import('~/modules/leases/create-lease.server');
const { signLease } = await import('~/modules/leases/sign-lease.server');
const { giveNotice } = await import('~/modules/leases/give-notice.server');
const { chargeDueRent, chargeRent } = await import('~/modules/leases/charge-rent.server');
const { askDeposit, moveDeposit } = await import('~/modules/leases/move-deposit.server');
const { findLeasePage } = await import('~/modules/leases/lease-page.queries.server');
const { listDeadlines } = await import('~/modules/leases/deadlines.queries.server');
const { findTenantPage } = await import('~/modules/leases/tenant-page.queries.server');

const ROOMS = ['klipperommet', 'lydstudio', 'verkstedet', 'storstua'];
let unit = 0;

beforeAll(async () => {
  await db.room.updateMany({ where: { slug: { in: ROOMS } }, data: { lettable: true } });
});

async function tenant(kind: 'business' | 'internal' = 'business'): Promise<string> {
  const { id } = await db.organisation.create({ data: { id: newId(), name: 'Grønn Furu', kind }, select: { id: true } });
  return id;
}

/** A unit of its own from 16 November 2026, for 4 500 and 300 a month; it runs. */
async function running(more: Partial<LeaseTerms> = {}): Promise<string> {
  const slug = ROOMS[unit] ?? '';
  unit += 1;
  const terms: LeaseTerms = {
    ...{
      organisationId: await tenant(),
      purpose: 'Atelier',
      roomId: house.rooms[slug] ?? '',
      weekly: [],
      startsOn: '2026-11-16',
      endsOn: null,
    },
    ...{ noticeMonths: 0, option: null, vat: 'exempt', taxableUseDeclaredOn: null, includedMinutes: 0, depositOre: 900_000 },
    ...{ indexClause: 'none', indexBaseMonth: null, indexShareBp: 10_000, indexFloor: true },
    rent: [
      { kind: 'rent', labelNb: 'Husleie', labelEn: 'Rent', monthlyNetOre: 450_000, indexed: true },
      { kind: 'common_costs', labelNb: 'Felleskostnader', labelEn: 'Common costs', monthlyNetOre: 30_000, indexed: false },
    ],
    ...more,
  };
  const made = await createLease(manager, { requestKey: newId(), terms }, NOW);
  if (!made.ok) throw new Error(made.code);
  const signed = await signLease(manager, made.value.leaseId, { keepBookings: true }, NOW);
  if (!signed.ok) throw new Error(signed.code);
  return made.value.leaseId;
}

const charges = (leaseId: string) =>
  db.charge.findMany({
    where: { sourceKey: { startsWith: `lease:${leaseId}` } },
    orderBy: { sourceKey: 'asc' },
    select: {
      descriptionNb: true,
      netOre: true,
      vatOre: true,
      grossOre: true,
      vatCode: true,
      periodFrom: true,
      periodTo: true,
      kind: true,
    },
  });

describe('rent', () => {
  test('is charged once a month, by the days of a part of one, however many ask at once', async () => {
    const leaseId = await running();
    const counts = await Promise.all([chargeRent('2026-11-01', NOW), chargeRent('2026-11-20', NOW), chargeRent('2026-11-01', NOW)]);
    expect(counts.toSorted()).toEqual([0, 0, 2]);
    expect((await charges(leaseId)).map(({ descriptionNb, netOre, grossOre }) => [descriptionNb, netOre, grossOre]).toSorted()).toEqual([
      ['Felleskostnader Klipperommet, 16.–30. november 2026', 15_000, 15_000],
      ['Husleie Klipperommet, 16.–30. november 2026', 225_000, 225_000],
    ]);
    expect((await charges(leaseId))[0]).toMatchObject({ kind: 'rent', vatCode: '6', periodTo: new Date('2026-12-01T00:00:00Z') });
    expect((await findLeasePage(leaseId, NOW))?.schedule.slice(0, 2)).toEqual([
      { month: '2026-11-01', netOre: 240_000, charged: true },
      { month: '2026-12-01', netOre: 480_000, charged: false },
    ]);
  });

  test('of the next month is charged when it may be invoiced, twenty days before', async () => {
    await chargeDueRent(toInstantOrAfterGap('2026-12-11', 600));
    expect(await db.rentMonth.count({ where: { month: new Date('2027-01-01T00:00:00Z') } })).toBe(0);
    await chargeDueRent(toInstantOrAfterGap('2026-12-12', 600));
    expect(await db.rentMonth.count({ where: { month: new Date('2027-01-01T00:00:00Z') } })).toBe(2);
  });

  test('that was charged ahead is taken back when the lease ends before', async () => {
    const lease = await db.lease.findFirstOrThrow({ where: { state: 'running' } });
    const now = toInstantOrAfterGap('2026-12-20', 600);
    const toldEndsOn = (await findLeasePage(lease.id, now))?.noticeEndsOn ?? '2000-01-01';
    expect(toldEndsOn).toBe('2027-01-01');
    expect(await giveNotice(manager, { leaseId: lease.id, by: 'landlord', toldEndsOn }, now)).toMatchObject({ ok: true });
    const january = (await charges(lease.id)).filter(({ periodFrom }) => periodFrom?.toISOString().startsWith('2027-01') === true);
    expect(january.map(({ netOre }) => netOre).toSorted((a, b) => a - b)).toEqual([-450_000, -30_000, 30_000, 450_000]);
    expect(await db.rentMonth.count({ where: { month: new Date('2027-01-01T00:00:00Z') } })).toBe(0);
    expect(await chargeRent('2027-01-01', now)).toBe(0);
  });

  test('of a unit of the house itself is priced, and never charged', async () => {
    const leaseId = await running({ organisationId: await tenant('internal') });
    expect(await chargeRent('2026-12-01', NOW)).toBe(2);
    expect(await charges(leaseId)).toEqual([]);
    expect(await db.rentMonth.count({ where: { rentLine: { leaseId }, chargeId: null } })).toBe(2);
    expect(await askDeposit(manager, leaseId, NOW)).toMatchObject({ code: 'not_now' });
  });
});

describe('a deposit', () => {
  test('is asked for once, missing until it has come, kept for a reason and returned, and booked each time', async () => {
    const leaseId = await running();
    await Promise.all([askDeposit(manager, leaseId, NOW), askDeposit(manager, leaseId, NOW)]);
    expect(await charges(leaseId)).toMatchObject([{ kind: 'deposit', grossOre: 900_000, vatCode: '7', vatOre: 0 }]);
    expect(await listDeadlines(NOW)).toContainEqual(expect.objectContaining({ kind: 'deposit', leaseId, missingOre: 900_000 }));
    const move = (kind: 'received' | 'kept' | 'returned', amountOre: number, reason: string | null = null, requestKey = newId()) =>
      moveDeposit(manager, { leaseId, requestKey, kind, amountOre, on: '2026-11-20', reason }, NOW);
    expect(await move('returned', 1)).toMatchObject({ code: 'deposit_too_much' });
    const key = newId();
    await Promise.all([1, 2].map(() => move('received', 900_000, null, key)));
    expect(await move('received', 1)).toMatchObject({ code: 'deposit_above_agreed' });
    expect(await move('kept', 200_000)).toMatchObject({ code: 'deposit_reason_missing' });
    expect(await move('kept', 200_000, 'Knust rute')).toMatchObject({ ok: true });
    const both = await Promise.all([move('returned', 700_000), move('returned', 700_000)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await findLeasePage(leaseId, NOW))?.deposit).toMatchObject({ receivedOre: 900_000, heldOre: 0, missingOre: 0 });
    const [sum] = await db.$queryRaw<{ open: bigint }[]>`
      SELECT sum(e.amount_ore) AS open FROM ledger_entry e JOIN voucher v ON v.id = e.voucher_id
      WHERE v.key LIKE 'deposit:%' AND e.account_number = '2990'`;
    expect(Number(sum?.open)).toBe(0);
    expect((await listDeadlines(NOW)).filter((deadline) => deadline.leaseId === leaseId)).toEqual([]);
  });
});

test('a tenant’s contact sees the lease and what it costs; a booker and a stranger do not', async () => {
  const leaseId = await running({ noticeMonths: 2 });
  const { organisationId } = await db.lease.findUniqueOrThrow({ where: { id: leaseId } });
  const as = (role: 'contact' | 'billing' | 'booker', id = organisationId): Actor => ({
    ...{ personId: manager.personId, staffRoles: [], memberships: [{ organisationId: id, role }] },
  });
  const page = await findTenantPage(as('contact'), organisationId, NOW);
  expect(page?.leases).toMatchObject([{ id: leaseId, state: 'running', noticeEndsOn: '2027-02-01', noticeMonths: 2 }]);
  expect((await findTenantPage(as('billing'), organisationId, NOW))?.leases).toMatchObject([{ id: leaseId, noticeEndsOn: null }]);
  expect(await findTenantPage(as('booker'), organisationId, NOW)).toBeNull();
  expect(await findTenantPage(as('contact', newId()), organisationId, NOW)).toBeNull();
});
