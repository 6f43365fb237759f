/** The price index with Statistics Norway behind it as a stand-in over the network. */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createIndexServer } from '../../../scripts/stand-ins/price-index/index-server';

let clock = new Date('2026-11-22T09:00:00Z');
const server = createIndexServer(() => clock);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.env['KPI_API_BASE'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const { db } = await import('~/infrastructure/db.server');
const { findViolation } = await import('~/infrastructure/db-errors.server');
const { newId } = await import('~/lib/ids.server');
const { fetchPriceIndex, fetchPriceIndexAtEight } = await import('~/modules/leases/price-index/fetch-price-index.server');
const { findPriceIndexPage } = await import('~/modules/leases/price-index/price-index.queries.server');

const person = await db.person.create({ data: { id: newId(), email: 'leder@huset.example', name: 'Leder' } });
const manager = { personId: person.id, staffRoles: ['manager'], memberships: [] } as const;

const NOW = new Date('2026-11-22T09:00:00Z');

beforeEach(async () => {
  clock = NOW;
  await db.kpiReading.deleteMany();
  await db.kpiMonth.deleteMany();
});

test('a reading keeps what is published, with where it is from and when it came', async () => {
  expect(await fetchPriceIndex(manager, NOW)).toEqual({ ok: true, value: { added: 22, trusted: true } });
  const page = await findPriceIndexPage();
  expect(page.lines[0]).toEqual({ month: '2026-10-01', tenths: 1032, changeBp: 248, fetchedAt: NOW });
  expect(page.source).toEqual({ base: '2025=100', tableId: '14710' });
  expect(page.lastLook).toEqual({ at: NOW, added: 22, alarm: null });
});

test('the next month comes by itself at a quarter past eight in Oslo, and is written once', async () => {
  await fetchPriceIndex(manager, NOW);
  clock = new Date('2026-12-10T07:15:00Z');
  await fetchPriceIndexAtEight(new Date('2026-12-10T06:15:00Z'));
  expect((await findPriceIndexPage()).lines[0]?.month).toBe('2026-10-01');
  await Promise.all([fetchPriceIndexAtEight(clock), fetchPriceIndexAtEight(clock)]);
  expect((await findPriceIndexPage()).lines.slice(0, 2)).toMatchObject([
    { month: '2026-11-01', tenths: 1034 },
    { month: '2026-10-01', tenths: 1032 },
  ]);
  expect(await db.auditEntry.count({ where: { action: 'price_index.read', actorKind: 'system' } })).toBeGreaterThan(0);
});

test('a known month with another number is told, and nothing is changed', async () => {
  await fetchPriceIndex(manager, NOW);
  await db.kpiMonth.updateMany({ where: { month: new Date('2026-09-01') }, data: { tenths: 1029 } });
  clock = new Date('2026-12-10T09:00:00Z');
  expect(await fetchPriceIndex(manager, clock)).toEqual({ ok: true, value: { added: 0, trusted: false } });
  const { lines, lastLook } = await findPriceIndexPage();
  expect(lines[0]?.month).toBe('2026-10-01');
  expect(lastLook?.alarm).toEqual({ code: 'changed', month: '2026-09-01', known: 1029, read: 1030 });
});

test('a table that nobody keeps any more, and one that does not answer, are told too', async () => {
  const later = new Date('2027-03-01T09:00:00Z');
  await fetchPriceIndex(manager, later);
  expect((await findPriceIndexPage()).lastLook?.alarm).toEqual({ code: 'outdated', month: '2026-10-01' });
  await new Promise((resolve) => server.close(resolve));
  await fetchPriceIndex(manager, later);
  expect((await findPriceIndexPage()).lastLook?.alarm).toEqual({ code: 'unreachable' });
});

test('only who may adjust rents looks', async () => {
  const host = { ...manager, staffRoles: ['host'] } as const;
  expect(await fetchPriceIndex(host, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
});

test('the database keeps one value of a month and base, for months alone', async () => {
  const month = (date: string) => ({
    id: newId(),
    month: new Date(date),
    tenths: 1000,
    base: '2025=100',
    tableId: '14710',
    fetchedAt: NOW,
  });
  const refused = (data: ReturnType<typeof month>) =>
    db.kpiMonth.create({ data }).then(
      () => 'accepted',
      (error: unknown) => findViolation(error)?.constraint,
    );
  expect(await refused(month('2026-05-01'))).toBe('accepted');
  expect(await refused(month('2026-05-01'))).toBe('kpi_index_month_base_key');
  expect(await refused(month('2026-05-02'))).toBe('kpi_index_first_of_month');
  expect(await refused({ ...month('2026-06-01'), tenths: 0 })).toBe('kpi_index_tenths');
});
