import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { i18nFor } from '~/http/i18n.server';
import { db } from '~/infrastructure/db.server';
import { findViolation } from '~/infrastructure/db-errors.server';
import { storeFile } from '~/infrastructure/file-store.server';
import { newId } from '~/lib/ids.server';
import type { Actor } from '~/modules/identity/permissions';
import { findDocumentFile } from '~/modules/leases/papers/document.queries.server';
import { paperMail } from '~/modules/leases/papers/paper-mail';
import { loadPaperMails } from '~/modules/leases/papers/paper-mail.queries.server';
import { findAdjustmentsPage } from '~/modules/leases/price-index/adjustments-page.queries.server';
import { notifyAdjustment, withdrawAdjustment } from '~/modules/leases/price-index/notify-adjustment.server';
import { seedHouse } from '../../../prisma/seed/house';
import { publishedBy } from '../../../scripts/stand-ins/price-index/published';
import { insertLease } from '../../support/leases';
import { readPdf } from '../../support/read-pdf';

const NOW = new Date('2026-11-22T09:00:00Z');

let manager: Actor;
let tenant: Actor;
let organisationId: string;

beforeAll(async () => {
  const house = await seedHouse(db, { now: NOW });
  organisationId = house.organisations['Raknehaug lyd'] ?? '';
  manager = { personId: house.accounts.manager, staffRoles: ['manager'], memberships: [] };
  tenant = { personId: house.accounts.tenant, staffRoles: [], memberships: [{ organisationId, role: 'contact' }] };
  await publish(NOW);
});

beforeEach(async () => {
  await db.indexAdjustmentLine.deleteMany();
  await db.indexAdjustment.deleteMany();
  await db.document.deleteMany();
  await db.rentLine.deleteMany({ where: { originId: { not: null } } });
  await db.rentLine.deleteMany();
  await db.lease.deleteMany();
});

async function publish(by: Date): Promise<void> {
  const data = publishedBy(by).map(({ month, tenths }) => ({
    id: newId(),
    month: new Date(`${month}-01`),
    tenths,
    base: '2025=100',
    tableId: '14710',
    fetchedAt: by,
  }));
  await db.kpiMonth.createMany({ data, skipDuplicates: true });
}

const seen = (leaseId: string) => ({ leaseId, effectiveOn: '2027-01-01', newOre: 841_590 }) as const;
const linesOf = (leaseId: string) =>
  db.rentLine
    .findMany({ where: { leaseId, indexed: true }, orderBy: { validFrom: 'asc' } })
    .then((rows) =>
      rows.map(({ monthlyNetOre, validFrom, validTo }) => [
        monthlyNetOre,
        validFrom.toISOString().slice(0, 10),
        validTo?.toISOString().slice(0, 10) ?? null,
      ]),
    );

describe('a notice that the rent follows the index', () => {
  test('freezes the values, makes the next rent line, and leaves a letter that shows how it was computed', async () => {
    const { id, number } = await insertLease(db, { organisationId });
    expect((await findAdjustmentsPage(NOW)).due).toMatchObject([
      { leaseId: id, effectiveOn: '2027-01-01', oldOre: 800_000, newOre: 841_590 },
    ]);
    expect(await notifyAdjustment(manager, seen(id), NOW)).toEqual({ ok: true, value: null });

    expect(await linesOf(id)).toEqual([
      [800_000, '2025-02-01', '2027-01-01'],
      [841_590, '2027-01-01', null],
    ]);
    const adjustment = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: id } });
    expect(adjustment).toMatchObject({ baseTenths: 981, targetTenths: 1032, indexBase: '2025=100', tableId: '14710' });

    const file = await findDocumentFile(tenant, adjustment.documentId);
    const text = readPdf(file?.bytes ?? new Uint8Array()).pages.join(' ');
    for (const said of [
      'Ny leie fra 1. januar 2027',
      `L-${number}`,
      'oktober 2026103,2',
      'januar 202598,1',
      '103,2 ÷ 98,1',
      '8 415,90 kr',
      '14710',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Felleskostnader');
  });

  test('is sent to the contacts of the tenant with the letter', async () => {
    const { id } = await insertLease(db, { organisationId });
    await notifyAdjustment(manager, seen(id), NOW);
    const { documentId } = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: id } });
    const mails = await loadPaperMails({ kind: 'index_letter', documentId }, NOW);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('leietaker@sundbytunet.example');
    expect(
      Buffer.from(mails[0]?.attachment?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const mail = paperMail(mails[0]!.facts, i18nFor('nb').getFixedT(null, 'paperMail'));
    expect(mail.subject).toMatch(/^Ny leie fra 1\.\u00a0januar 2027 \(L-\d+\)$/);
  });

  test('given twice, also by two people at once, is one', async () => {
    const { id } = await insertLease(db, { organisationId });
    const both = await Promise.all([notifyAdjustment(manager, seen(id), NOW), notifyAdjustment(manager, seen(id), NOW)]);
    expect(both).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await db.indexAdjustment.count({ where: { leaseId: id } })).toBe(1);
    expect(await db.document.count({ where: { leaseId: id } })).toBe(1);
  });

  test('is refused when what was seen is no longer true, and changes nothing', async () => {
    const { id } = await insertLease(db, { organisationId });
    const before = await linesOf(id);
    expect(await notifyAdjustment(manager, { ...seen(id), newOre: 900_000 }, NOW)).toMatchObject({ code: 'changed_meanwhile' });
    expect(await notifyAdjustment(tenant, seen(id), NOW)).toMatchObject({ code: 'not_allowed' });
    expect(await notifyAdjustment(manager, seen(newId()), NOW)).toMatchObject({ code: 'not_found' });
    expect(await linesOf(id)).toEqual(before);
  });

  test('waits a year after the last, and for the index of November where the contract says so', async () => {
    const home = await insertLease(db, { organisationId });
    const shop = await insertLease(db, { organisationId, indexClause: 'commercial', startsOn: '2026-02-01' });
    await notifyAdjustment(manager, seen(home.id), NOW);
    expect((await findAdjustmentsPage(NOW)).waiting).toMatchObject([
      { leaseId: home.id, why: { code: 'too_early', effectiveOn: '2028-01-01' } },
      { leaseId: shop.id, why: { code: 'target_unpublished', month: '2026-11-01' } },
    ]);
  });

  test('can be taken back before its day, and the rent is what it was', async () => {
    const { id } = await insertLease(db, { organisationId });
    await notifyAdjustment(manager, seen(id), NOW);
    const [notified] = (await findAdjustmentsPage(NOW)).notified;
    expect(await withdrawAdjustment(manager, notified?.id ?? '', new Date('2027-01-01T09:00:00Z'))).toMatchObject({ code: 'in_force' });
    expect(await withdrawAdjustment(manager, notified?.id ?? '', NOW)).toEqual({ ok: true, value: null });
    expect(await withdrawAdjustment(manager, notified?.id ?? '', NOW)).toMatchObject({ code: 'not_found' });
    expect(await linesOf(id)).toEqual([[800_000, '2025-02-01', null]]);
    expect(await loadPaperMails({ kind: 'index_withdrawn', adjustmentId: notified?.id ?? '' }, NOW)).toMatchObject([{ attachment: null }]);
    expect(await notifyAdjustment(manager, seen(id), NOW)).toMatchObject({ ok: true });
    expect(await db.document.findMany({ where: { leaseId: id }, select: { version: true }, orderBy: { version: 'asc' } })).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });

  test('is not taken back once rent by it was charged, and charged rent is not changed', async () => {
    const { id, rentLineId } = await insertLease(db, { organisationId });
    const month = (rentLine: string, first: string, last: string) => ({
      data: { id: newId(), rentLineId: rentLine, month: new Date(first), periodFrom: new Date(first), periodTo: new Date(last), netOre: 1 },
    });
    await db.rentMonth.create(month(rentLineId, '2027-01-01', '2027-02-01'));
    expect((await findAdjustmentsPage(NOW)).due).toMatchObject([{ effectiveOn: '2027-02-01' }]);
    expect(await notifyAdjustment(manager, { ...seen(id), effectiveOn: '2027-02-01' }, NOW)).toMatchObject({ ok: true });
    const { lines } = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: id }, include: { lines: true } });
    await db.rentMonth.create(month(lines[0]?.newLineId ?? '', '2027-02-01', '2027-03-01'));
    const [notified] = (await findAdjustmentsPage(NOW)).notified;
    expect(await withdrawAdjustment(manager, notified?.id ?? '', NOW)).toMatchObject({ code: 'charged' });
    await db.rentMonth.deleteMany();
  });

  test('stands once for a lease and a day, also for the database', async () => {
    const { id } = await insertLease(db, { organisationId });
    await notifyAdjustment(manager, seen(id), NOW);
    const { id: _, documentId, ...copy } = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: id } });
    const { id: __, fileId: ___, version, content: ____, ...document } = await db.document.findUniqueOrThrow({ where: { id: documentId } });
    const fileId = await storeFile(db, { bytes: new Uint8Array([1]), mime: 'application/pdf', ownerId: null });
    const other = await db.document.create({ data: { ...document, id: newId(), fileId, version: version + 1 } });
    const refused = await db.indexAdjustment
      .create({ data: { ...copy, id: newId(), documentId: other.id } })
      .catch((error: unknown) => findViolation(error)?.constraint);
    expect(refused).toBe('index_adjustment_once');
  });

  test('is nobody’s business but the tenant’s and the house’s', async () => {
    const { id } = await insertLease(db, { organisationId });
    await notifyAdjustment(manager, seen(id), NOW);
    const { documentId } = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: id } });
    const stranger: Actor = { personId: newId(), staffRoles: ['host'], memberships: [{ organisationId: newId(), role: 'contact' }] };
    expect(await findDocumentFile(stranger, documentId)).toBeNull();
    expect(await findDocumentFile(manager, documentId)).not.toBeNull();
  });
});
