import { expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import type { PayableLine } from '../pricing/payable-lines';
import { soldLines } from './sold-lines';

const line = (position: number, labelNb: string, grossOre = 10_000, more: Partial<PayableLine> = {}): PayableLine => ({
  ...{ position, kind: 'room', labelNb, labelEn: `${labelNb} (en)`, unit: 'hour', quantityMilli: 1_000 },
  ...{ netOre: grossOre, vatCode: '6', vatBp: 0, vatOre: 0, grossOre },
  ...more,
});

test('a booking of few lines is sold line by line, in the language of whoever pays', () => {
  expect(soldLines([line(1, 'Øvingsrom 1'), line(2, 'Gratis', 0)], 'en')).toEqual([
    { position: 1, label: 'Øvingsrom 1 (en)', grossOre: 10_000, vatBp: 0, covers: [1] },
  ]);
});

test('each line of several dates says which date it is for', () => {
  const dated = (['2026-12-10', '2026-12-17'] as const).map((date, index) => ({
    ...line(index + 1, 'Øvingsrom 1, kl. 18.00–21.00'),
    date,
  }));
  expect(soldLines(dated, 'nb').map(({ label }) => label.replace(/\s/g, ' '))).toEqual([
    'Øvingsrom 1, kl. 18.00–21.00, tor. 10. des. 2026',
    'Øvingsrom 1, kl. 18.00–21.00, tor. 17. des. 2026',
  ]);
});

test('the evenings of a long series become one line with their number', () => {
  const series = Array.from({ length: 52 }, (_, index) => line(index + 1, 'Øvingsrom 1, kl. 18.00–21.00'));
  const sold = soldLines(series, 'nb');
  expect(sold).toHaveLength(1);
  expect(sold[0]).toMatchObject({ label: 'Øvingsrom 1, kl. 18.00–21.00 × 52', grossOre: 520_000, position: 1 });
  expect(sold[0]?.covers).toHaveLength(52);
});

test('rates of VAT are never mixed, and never more lines than Stripe takes', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    line(index + 1, `Rom, dag ${index}`, 100 + index, { vatBp: index % 2 === 0 ? 0 : 2_500 }),
  );
  const sold = soldLines(many, 'nb');
  expect(sold.map(({ label, vatBp }) => [label, vatBp])).toEqual([
    ['Romleie × 250', 0],
    ['Romleie × 250', 2_500],
  ]);
  expect(sumOre(sold.map(({ grossOre }) => grossOre))).toBe(sumOre(many.map(({ grossOre }) => grossOre)));
});
