import { expect, test } from 'vitest';
import { creditNoteLines } from './credit-note-lines';

const invoice = [
  { id: 'il_2', description: 'Mikrofon', amount: 6_250 },
  { id: 'il_1', description: 'Øvingsrom 2, kl. 18.00–19.00', amount: 12_000 },
  { id: 'il_3', description: 'Mikrofon', amount: 12_500 },
];
const sold = [
  { position: 1, labels: ['Øvingsrom 2, kl. 18.00–19.00', 'Øvingsrom 2, 18:00–19:00'] },
  { position: 2, labels: ['Mikrofon', 'Microphone'] },
  { position: 3, labels: ['Mikrofon', 'Microphone'] },
];

test('each refund lands on the line that was sold, whatever the order of the invoice', () => {
  const lines = creditNoteLines(invoice, sold, [
    { position: 1, refundOre: 6_000 },
    { position: 2, refundOre: 3_125 },
    { position: 3, refundOre: 6_250 },
  ]);
  expect(new Map(lines.map((line) => [line.invoice_line_item, line.amount]))).toEqual(
    new Map([
      ['il_3', 6_250],
      ['il_1', 6_000],
      ['il_2', 3_125],
    ]),
  );
});

test('two lines of one name are both given back in full', () => {
  const turned = invoice.toReversed();
  const lines = creditNoteLines(turned, sold, [
    { position: 2, refundOre: 6_250 },
    { position: 3, refundOre: 12_500 },
  ]);
  expect(lines).toHaveLength(2);
});

test('nothing is credited on a line that gets nothing back', () => {
  expect(creditNoteLines(invoice, sold, [{ position: 1, refundOre: 0 }])).toEqual([]);
});

test('money never goes back on a line that was not sold, or more than it cost', () => {
  expect(() => creditNoteLines(invoice, sold, [{ position: 9, refundOre: 1 }])).toThrow();
  expect(() => creditNoteLines(invoice, sold, [{ position: 1, refundOre: 12_001 }])).toThrow();
});
