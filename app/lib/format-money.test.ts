import { expect, test } from 'vitest';
import { formatOre } from './format-money';

test.each([
  [125_000, '1\u00a0250,00\u00a0kr', 'kr\u00a01,250.00'],
  [-1_234_550, '\u221212\u00a0345,50\u00a0kr', '\u2212kr\u00a012,345.50'],
  [0, '0,00\u00a0kr', 'kr\u00a00.00'],
  [5, '0,05\u00a0kr', 'kr\u00a00.05'],
  [123_456_789, '1\u00a0234\u00a0567,89\u00a0kr', 'kr\u00a01,234,567.89'],
])('%i øre', (ore, nb, en) => {
  expect(formatOre(ore, 'nb')).toBe(nb);
  expect(formatOre(ore, 'en')).toBe(en);
});

test('whole kroner can leave their decimals out', () => {
  expect(formatOre(125_000, 'nb', { decimals: 'auto' })).toBe('1\u00a0250\u00a0kr');
  expect(formatOre(125_050, 'nb', { decimals: 'auto' })).toBe('1\u00a0250,50\u00a0kr');
});
