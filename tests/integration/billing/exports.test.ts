import { describe, expect, test } from 'vitest';
import { confirmedBooking, db, house, manager, musician, NOW, slotAt } from '../../support/stripe-world';
import { issuedInvoice } from '../../support/books-world';

const { inTransaction } = await import('~/infrastructure/db.server');
const { newId } = await import('~/lib/ids.server');
const { findExportFile } = await import('~/modules/billing/exports/export.queries.server');
const { makeExport } = await import('~/modules/billing/exports/make-export.server');
const { findSubLedgerDifferences, sumAccounts, sumVat } = await import('~/modules/billing/ledger/balance.queries.server');

const organisationId = Object.values(house.organisations)[0] ?? '';
const PERIOD = { from: '2026-11-01', to: '2026-11-23' } as const;
const order = (kind: 'gbat10' | 'vouchers' | 'customers') => ({ requestKey: newId(), kind, ...PERIOD });

async function textOf(kind: 'gbat10' | 'vouchers' | 'customers'): Promise<string> {
  const made = await makeExport(manager, order(kind), NOW);
  if (!made.ok) throw new Error(made.code);
  const file = await findExportFile(made.value.exportId);
  return new TextDecoder(kind === 'gbat10' ? 'iso-8859-1' : 'utf-8').decode(file?.bytes);
}

test('nothing is handed over where nothing was booked, nor of days to come, nor to others', async () => {
  expect(await makeExport(manager, order('gbat10'), NOW)).toMatchObject({ code: 'nothing_booked' });
  expect(await makeExport(manager, { ...order('gbat10'), to: '2026-11-24' }, NOW)).toMatchObject({ code: 'period_not_over' });
  expect(await makeExport(manager, { ...order('gbat10'), from: '2026-11-30' }, NOW)).toMatchObject({ code: 'period_reversed' });
  expect(await makeExport(musician, order('gbat10'), NOW)).toMatchObject({ code: 'not_allowed' });
});

describe('a month with an invoice and a sale by card', () => {
  test('balances, and its VAT report is what was sold', async () => {
    await inTransaction((tx) => issuedInvoice(tx, { organisationId, grossOre: 450_000 }));
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(8, 9, 11) });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(await sumVat(PERIOD)).toMatchObject([{ vatCode: '6', baseOre: 450_000 + totalOre, vatOre: 0 }]);
    const accounts = await sumAccounts(PERIOD);
    expect(accounts.map(({ account, closingOre }) => [account, closingOre])).toEqual([
      ...[
        ['1500', 450_000],
        ['1580', totalOre],
        ['3200', -totalOre],
        ['3600', -450_000],
      ],
    ]);
    expect(await findSubLedgerDifferences()).toEqual([]);
  });

  test('is handed over as GBAT10, each voucher adding up to nothing', async () => {
    const rows = (await textOf('gbat10'))
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(';'));
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(row[1] ?? '', (sums.get(row[1] ?? '') ?? 0) + Math.round(Number(row[8]) * 100));
    expect([...sums.values()]).toEqual([0, 0]);
    const { customerNumber, name } = await db.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    expect(rows[0]?.slice(6, 12)).toEqual(['1500', '0', '4500.00', String(customerNumber), '0', name]);
  });

  test('is handed over as a table, with the customers and what they owe', async () => {
    expect((await textOf('vouchers')).split('\r\n')).toHaveLength(6);
    const owing = (await textOf('customers')).split('\r\n').filter((row) => row.includes('"4500,00"'));
    expect(owing).toHaveLength(1);
  });

  test('handed over twice by one form is one file, and stays as it was', async () => {
    const same = order('gbat10');
    const answers = await Promise.all([1, 2].map(() => makeExport(manager, same, NOW)));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.exportId)).size).toBe(1);
    const [first] = answers;
    const id = first?.ok ? first.value.exportId : '';
    const before = await findExportFile(id);
    await db.organisation.update({ where: { id: organisationId }, data: { name: 'Et annet navn' } });
    expect(Buffer.from((await findExportFile(id))?.bytes ?? []).equals(Buffer.from(before?.bytes ?? []))).toBe(true);
  });
});
