import { describe, expect, test } from 'vitest';
import { backAtRate, codeOfRate, soldByCode } from './sold-groups';

const CODES = [
  { code: '3', rateBp: 2_500, peppol: 'S' },
  { code: '5', rateBp: 0, peppol: 'Z' },
  { code: '6', rateBp: null, peppol: 'E' },
  { code: '7', rateBp: null, peppol: 'O' },
];
const line = (position: number, grossOre: number, vatBp: number) => ({ position, grossOre, vatBp, label: '', covers: [] });
const lines = [line(1, 65_000, 0), line(2, 24_900, 2_500), line(3, 100, 0)];
const codeOf = (vatBp: number) => codeOfRate(vatBp, CODES, true);

describe('what was sold by card', () => {
  test('without VAT is exempt, or outside of VAT where the seller is not in its register', () => {
    expect([codeOfRate(0, CODES, true), codeOfRate(0, CODES, false), codeOfRate(2_500, CODES, true)]).toEqual(['6', '7', '3']);
  });

  test('is summed by VAT code', () => {
    expect(soldByCode(lines, 90_000, codeOf)).toEqual({
      sold: [
        { vatCode: '6', vatBp: 0, grossOre: 65_100 },
        { vatCode: '3', vatBp: 2_500, grossOre: 24_900 },
      ],
      unexplainedOre: 0,
    });
  });

  test('at a rate that has no code, or not at all, is left for somebody to look at', () => {
    expect(soldByCode([line(1, 1_000, 1_300)], 1_500, codeOf)).toEqual({ sold: [], unexplainedOre: 1_500 });
  });

  test('goes back line by line', () => {
    const back = [
      { position: 1, refundOre: 500 },
      { position: 2, refundOre: 900 },
    ];
    expect([backAtRate(back, lines, 0), backAtRate(back, lines, 2_500)]).toEqual([500, 900]);
  });
});
