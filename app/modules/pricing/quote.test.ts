import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Interval } from '~/lib/interval';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { payableLines } from './payable-lines';
import { type QuoteQuestion, quote } from './quote';
import { waiveQuote } from './waive-quote';
import { business, card, person, rate, room, seller, support, vatCodes } from '../../../tests/support/price-samples';

const DAY: LocalDate = '2026-11-21';
const span = (from: number, to: number, date: LocalDate = DAY): Interval => ({
  start: toInstantOrAfterGap(date, from * 60),
  end: toInstantOrAfterGap(date, to * 60),
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

const amplifier = { id: 'amp', nameNb: 'Bassforsterker', nameEn: 'Bass amplifier', netPriceOre: 8_000, vatCode: '3' };

function ask(more: Partial<QuoteQuestion>) {
  const question = {
    room,
    slot: span(18, 20.5),
    groups: [],
    card: card([rate(25_000)]),
    equipment: [],
    seller,
    customer: person,
    vatCodes,
    ...more,
  };
  return quote(question);
}
function priced(more: Partial<QuoteQuestion>) {
  const answer = ask(more);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a quote', () => {
  test('for a person is the hours at the rate, exempt from VAT', () => {
    const answer = priced({});
    expect(answer).toMatchObject({ netOre: 62_500, vatOre: 0, totalOre: 62_500, fullOre: 62_500, supportOre: 0 });
    expect(answer.lines).toHaveLength(1);
    expect(answer.lines[0]).toMatchObject({ position: 1, unit: 'hour', quantityMilli: 2_500, unitNetOre: 25_000, vatCode: '6', vatBp: 0 });
    expect(plain(answer.lines[0]?.labelNb ?? '')).toBe('Øvingsrom 2, kl. 18.00–20.30');
    expect(plain(answer.lines[0]?.labelEn ?? '')).toBe('Øvingsrom 2, 18:00–20:30');
  });

  test('is cut where the price changes, with equipment after the room', () => {
    const answer = priced({
      card: card([rate(10_000, { toMinute: 1_140 }), rate(20_000, { fromMinute: 1_140 })]),
      equipment: [
        { item: amplifier, quantity: 2 },
        { item: amplifier, quantity: 0 },
      ],
    });
    expect(answer.lines.map((line) => [line.position, line.kind, line.quantityMilli, line.netOre, line.vatOre])).toEqual([
      [1, 'room', 1_000, 10_000, 0],
      [2, 'room', 1_500, 30_000, 0],
      [3, 'equipment', 2_000, 16_000, 4_000],
    ]);
    expect(answer.totalOre).toBe(60_000);
  });

  test('is cut at half past as well', () => {
    const rates = [rate(10_000, { toMinute: 1_110 }), rate(20_000, { fromMinute: 1_110 })];
    expect(priced({ card: card(rates) }).lines.map((line) => line.netOre)).toEqual([5_000, 40_000]);
  });

  test('takes the price of the weekday after midnight', () => {
    const answer = priced({ slot: span(23, 25), card: card([rate(10_000, { weekdays: [6] }), rate(40_000, { weekdays: [7] })]) });
    expect(answer.lines.map((line) => line.netOre)).toEqual([10_000, 40_000]);
  });

  test('counts elapsed hours on the nights when the clocks change', () => {
    expect(priced({ slot: span(22, 27, '2026-03-28') }).totalOre).toBe(4 * 25_000);
    expect(priced({ slot: span(22, 27, '2026-10-24') }).totalOre).toBe(6 * 25_000);
  });

  test('shows full price, support and your price', () => {
    const answer = priced({ groups: ['youth'], card: card([rate(25_000)], [support(4_000), support(2_500, { roomKind: 'rehearsal' })]) });
    expect(answer.lines.map((line) => [line.kind, line.grossOre, line.labelNb.slice(0, 7)])).toEqual([
      ['room', 62_500, 'Øvingsr'],
      ['support', -25_000, 'Støtte '],
    ]);
    expect(answer).toMatchObject({ fullOre: 62_500, supportOre: 25_000, totalOre: 37_500 });
  });

  test('for other groups and other rooms has no support', () => {
    expect(priced({ card: card([rate(25_000)], [support(4_000)]) }).supportOre).toBe(0);
    expect(priced({ groups: ['youth'], card: card([rate(25_000)], [support(4_000, { roomKind: 'meeting' })]) }).supportOre).toBe(0);
  });

  test('to a business with a taxable tenancy has VAT on the room, rounded once with the equipment', () => {
    const answer = priced({
      slot: span(18, 18.5),
      card: card([rate(66)]),
      customer: business,
      equipment: [{ item: { ...amplifier, netPriceOre: 33 }, quantity: 1 }],
    });
    expect(answer.lines.map((line) => [line.netOre, line.vatOre])).toEqual([
      [33, 9],
      [33, 8],
    ]);
    expect(answer).toMatchObject({ netOre: 66, vatOre: 17, totalOre: 83 });
  });

  test('needs a rate for every half hour, and a known VAT code', () => {
    expect(ask({ card: card([rate(10_000, { toMinute: 1_200 })]) })).toEqual({ ok: false, code: 'no_rate', at: span(20, 21).start });
    expect(ask({ vatCodes: [] })).toEqual({ ok: false, code: 'unknown_vat_code', vatCode: '6' });
  });

  test('that the hub waives keeps its full price and costs nothing', () => {
    const whole = priced({
      groups: ['youth'],
      card: card([rate(25_000)], [support(4_000)]),
      equipment: [{ item: amplifier, quantity: 1 }],
    });
    const waived = waiveQuote(whole, { nb: 'Gratis', en: 'Free' });
    expect(waived).toMatchObject({ netOre: 0, vatOre: 0, totalOre: 0, fullOre: 72_500, supportOre: 72_500 });
    expect(payableLines(waived).map((line) => line.grossOre)).toEqual([0, 0]);
  });
});

describe('whatever is quoted', () => {
  const ore = fc.integer({ min: 0, max: 200_000 });
  const question = fc
    .record({
      from: fc.integer({ min: 0, max: 47 }),
      steps: fc.integer({ min: 1, max: 20 }),
      first: ore,
      second: ore,
      firstCode: fc.constantFrom('6', '3', '31'),
      secondCode: fc.constantFrom('6', '3'),
      band: fc.integer({ min: 1, max: 47 }),
      shareBp: fc.constantFrom(0, 1, 3_333, 5_000, 9_999, 10_000),
      items: fc.array(fc.record({ price: ore, quantity: fc.integer({ min: 1, max: 3 }), code: fc.constantFrom('3', '31', '6') }), {
        maxLength: 5,
      }),
      customer: fc.constantFrom(person, business),
    })
    .map((given): Partial<QuoteQuestion> => ({
      slot: { start: addMinutes(span(0, 1).start, given.from * 30), end: addMinutes(span(0, 1).start, (given.from + given.steps) * 30) },
      groups: ['youth'],
      card: card(
        [
          rate(given.first, { toMinute: given.band * 30, vatCode: given.firstCode }),
          rate(given.second, { fromMinute: given.band * 30, vatCode: given.secondCode }),
        ],
        [support(given.shareBp)],
      ),
      equipment: given.items.map((item, index) => ({
        item: { ...amplifier, id: String(index), netPriceOre: item.price, vatCode: item.code },
        quantity: item.quantity,
      })),
      customer: given.customer,
    }));

  test('the lines add up to the totals, and VAT is right for each rate', () => {
    fc.assert(
      fc.property(question, (given) => {
        const answer = priced(given);
        expect(sumOre(answer.lines.map((line) => line.grossOre))).toBe(answer.totalOre);
        expect(sumOre(answer.lines.map((line) => line.netOre))).toBe(answer.netOre);
        expect(answer.netOre + answer.vatOre).toBe(answer.totalOre);
        expect(answer.fullOre - answer.supportOre).toBe(answer.totalOre);
        for (const bp of [0, 1_500, 2_500]) {
          for (const code of ['3', '31', '6']) {
            const group = answer.lines.filter((line) => line.vatBp === bp && line.vatCode === code);
            const net = group.reduce((sum, line) => sum + line.netOre, 0);
            expect(group.reduce((sum, line) => sum + line.vatOre, 0)).toBe(Math.floor((net * bp) / 10_000 + 0.5));
          }
        }
        for (const line of answer.lines) expect(line.netOre + line.vatOre).toBe(line.grossOre);
      }),
      { numRuns: 500 },
    );
  });

  test('the payable lines are never negative and add up to the total', () => {
    fc.assert(
      fc.property(question, (given) => {
        const answer = priced(given);
        const lines = payableLines(answer);
        expect(lines.map((line) => line.position)).toEqual(
          answer.lines.filter((line) => line.kind !== 'support').map((line) => line.position),
        );
        expect(sumOre(lines.map((line) => line.grossOre))).toBe(answer.totalOre);
        expect(sumOre(lines.map((line) => line.netOre))).toBe(answer.netOre);
        expect(lines.every((line) => line.netOre >= 0 && line.vatOre >= 0 && line.grossOre === line.netOre + line.vatOre)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
