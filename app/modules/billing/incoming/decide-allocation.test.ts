import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAllocation, type InvoiceMoney, leftOre, outstandingOre, stateWhenPaid } from './decide-allocation';

const payment = { organisationId: 'o', amountOre: 1_000, returnedOre: 0, allocatedOre: 0 };
const invoice: InvoiceMoney = { id: 'a', organisationId: 'o', state: 'open', grossOre: 600, creditedOre: 0, paidOre: 0 };
const other: InvoiceMoney = { ...invoice, id: 'b' };
const share = (invoiceId: string, amountOre: number) => ({ invoiceId, amountOre });

describe('a payment', () => {
  test('goes to one invoice or several of a payer', () => {
    expect(decideAllocation(payment, [share('a', 600), share('b', 400)], [invoice, other])).toEqual({
      ok: true,
      value: { organisationId: 'o' },
    });
  });

  test('whose payer is not known becomes that of the invoice', () => {
    expect(decideAllocation({ ...payment, organisationId: null }, [share('a', 1)], [invoice])).toMatchObject({ ok: true });
  });

  test('of another payer of which nothing is used may be theirs; one that is used may not', () => {
    const theirs = [{ ...invoice, organisationId: 'p' }];
    expect(decideAllocation(payment, [share('a', 1)], theirs)).toEqual({ ok: true, value: { organisationId: 'p' } });
    expect(decideAllocation({ ...payment, allocatedOre: 1 }, [share('a', 1)], theirs)).toMatchObject({ code: 'other_payer' });
  });

  test.each([
    ['nothing_chosen', [], [invoice]],
    ['nothing_chosen', [share('a', 0)], [invoice]],
    ['more_than_outstanding', [share('a', 601)], [invoice]],
    ['more_than_left', [share('a', 600), share('b', 401)], [invoice, other]],
    ['invoice_not_open', [share('a', 1)], [{ ...invoice, state: 'void' as const }]],
    ['invoice_not_open', [share('a', 1)], [{ ...invoice, paidOre: 600 }]],
    ['other_payer', [share('a', 1), share('b', 1)], [invoice, { ...other, organisationId: 'p' }]],
  ])('is refused: %s', (code, shares, invoices) => {
    expect(decideAllocation(payment, shares, invoices)).toMatchObject({ ok: false, code });
  });

  test('never gives more than it has, nor more than is owed', () => {
    const amounts = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(amounts, amounts, amounts, amounts, (paidOre, allocatedOre, first, second) => {
        const [one, two] = [{ ...invoice, paidOre: Math.min(paidOre, 600) }, other];
        const had = { ...payment, allocatedOre: Math.min(allocatedOre, 1_000) };
        if (!decideAllocation(had, [share('a', first), share('b', second)], [one, two]).ok) return;
        expect(first + second).toBeLessThanOrEqual(leftOre(had));
        expect(first).toBeLessThanOrEqual(outstandingOre(one));
        expect(second).toBeLessThanOrEqual(outstandingOre(two));
      }),
    );
  });
});

describe('an invoice', () => {
  test.each([
    [0, 'open'],
    [1, 'partly_paid'],
    [600, 'paid'],
  ])('of which %i of 600 øre is paid is %s', (paidOre, state) => {
    expect(stateWhenPaid(invoice, paidOre)).toBe(state);
  });

  test('that is void stays so, and one that was paid is owed again when the payment is taken back', () => {
    expect(stateWhenPaid({ ...invoice, state: 'void' }, 600)).toBe('void');
    expect(stateWhenPaid({ ...invoice, state: 'paid', paidOre: 600 }, 0)).toBe('open');
  });
});
