import { expect, test } from 'vitest';
import { creditNoteLines } from './credit-note-lines';

const invoice = [
  { id: 'il_2', description: 'Mikrofon', amount: 6_250 },
  { id: 'il_1', description: 'Øvingsrom 2, kl. 18.00–19.00', amount: 12_000 },
  { id: 'il_3', description: 'Mikrofon', amount: 12_500 },
  { id: 'il_4', description: 'Mikrofon', amount: 6_250 },
];
const sold = [
  { position: 1, label: 'Øvingsrom 2, kl. 18.00–19.00', grossOre: 12_000 },
  { position: 2, label: 'Mikrofon', grossOre: 6_250 },
  { position: 3, label: 'Mikrofon', grossOre: 12_500 },
  { position: 4, label: 'Mikrofon', grossOre: 6_250 },
].map((line) => ({ ...line, vatBp: 2_500, covers: [line.position] }));
const credited = (...refunds: { position: number; refundOre: number }[]) =>
  creditNoteLines(invoice, sold, refunds).map(({ invoice_line_item, amount }) => [invoice_line_item, amount]);

test('each refund lands on the line that was sold, whatever the order of the invoice', () => {
  expect(credited({ position: 1, refundOre: 6_000 }, { position: 2, refundOre: 3_125 }, { position: 3, refundOre: 6_250 })).toEqual([
    ['il_1', 6_000],
    ['il_2', 3_125],
    ['il_3', 6_250],
  ]);
});

test('lines that are the same in name and price are told apart, also when they are given back one after the other', () => {
  expect(credited({ position: 2, refundOre: 6_250 })).toEqual([['il_2', 6_250]]);
  expect(credited({ position: 4, refundOre: 6_250 })).toEqual([['il_4', 6_250]]);
});

test('nothing is credited on a line that gets nothing back', () => {
  expect(credited({ position: 1, refundOre: 0 })).toEqual([]);
});

test('money never goes back on a line that was not sold, or more than it cost', () => {
  expect(() => credited({ position: 9, refundOre: 1 })).toThrow();
  expect(() => credited({ position: 1, refundOre: 12_001 })).toThrow();
});
