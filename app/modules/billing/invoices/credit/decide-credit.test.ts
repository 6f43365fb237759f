import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import { totalsOf } from '../vat-groups';
import { type CreditLine, type CreditableLine, decideCredit, standingAfter } from './decide-credit';

const line = (id: string, netOre: number, vatBp = 2_500): CreditableLine => ({
  ...{ id, netOre, vatBp, vatCode: vatBp > 0 ? '3' : '6', vatCategory: vatBp > 0 ? 'S' : 'E', vatReason: null },
});
const some = (...lines: [string, number][]) => ({
  kind: 'lines' as const,
  lines: lines.map(([invoiceLineId, netOre]) => ({ invoiceLineId, netOre })),
});

describe('a credit note', () => {
  test('takes the whole invoice back, negative lines too', () => {
    const answer = decideCredit([line('a', 1_000), line('b', -200), line('c', 500, 0)], [], { kind: 'whole' });
    expect(answer).toMatchObject({ ok: true, value: { netOre: 1_300, vatOre: 200, grossOre: 1_500 } });
  });

  test('takes back so much of a line, with its VAT', () => {
    expect(decideCredit([line('a', 1_000)], [], some(['a', 333]))).toMatchObject({ value: { netOre: 333, vatOre: 83, grossOre: 416 } });
  });

  test('never takes more than is left of a line, or of its VAT group', () => {
    const earlier = [[{ invoiceLineId: 'a', netOre: 600 }]];
    expect(decideCredit([line('a', 1_000)], earlier, some(['a', 401]))).toEqual({
      ok: false,
      code: 'more_than_left',
      lineId: 'a',
      leftOre: 400,
    });
    expect(decideCredit([line('a', 1_000), line('b', -700)], [], some(['a', 301]))).toMatchObject({ code: 'more_than_left', leftOre: 300 });
    expect(decideCredit([line('a', 1_000)], [], some(['a', -1]))).toMatchObject({ code: 'more_than_left' });
    expect(decideCredit([line('a', 1_000)], [], some(['x', 1]))).toMatchObject({ code: 'more_than_left', leftOre: 0 });
  });

  test('is not made of nothing', () => {
    expect(decideCredit([line('a', 1_000)], [], some(['a', 0]))).toEqual({ ok: false, code: 'nothing_chosen' });
    expect(decideCredit([line('a', 1_000)], [[{ invoiceLineId: 'a', netOre: 1_000 }]], { kind: 'whole' })).toEqual({
      ok: false,
      code: 'nothing_left',
    });
  });

  test('the last one takes what is left of the VAT: together they are the invoice to the øre', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(400), { maxLength: 6 }),
        (nets, parts) => {
          const invoice = nets.map((net, index) => line(String(index), net, index % 2 === 0 ? 2_500 : 1_500));
          const earlier: CreditLine[][] = [];
          const grosses: number[] = [];
          const take = (answer: ReturnType<typeof decideCredit>) => {
            if (!answer.ok) return;
            earlier.push([...answer.value.lines]);
            grosses.push(answer.value.grossOre);
          };
          for (const [index, part] of parts.entries()) take(decideCredit(invoice, earlier, some([String(index % nets.length), part])));
          take(decideCredit(invoice, earlier, { kind: 'whole' }));
          expect(sumOre(grosses)).toBe(totalsOf(invoice).grossOre);
        },
      ),
    );
  });
});

test('after a credit an invoice is open, paid or void, and what was paid too much is known', () => {
  expect(standingAfter({ grossOre: 100, creditedOre: 40, paidOre: 0 })).toEqual({ state: 'open', excessOre: 0 });
  expect(standingAfter({ grossOre: 100, creditedOre: 40, paidOre: 30 })).toEqual({ state: 'partly_paid', excessOre: 0 });
  expect(standingAfter({ grossOre: 100, creditedOre: 40, paidOre: 100 })).toEqual({ state: 'paid', excessOre: 40 });
  expect(standingAfter({ grossOre: 100, creditedOre: 100, paidOre: 30 })).toEqual({ state: 'void', excessOre: 30 });
});
