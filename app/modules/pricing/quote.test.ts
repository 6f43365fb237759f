import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Interval } from '~/lib/interval';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { NO_RIG } from '../rooms/rig-time';
import type { EquipmentPrice } from './add-on-line';
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

const EVENING = span(18, 20.5);
const free = { kind: 'equipment', minMinutes: 0 } as const;
const amplifier = { ...free, id: 'amp', nameNb: 'Bassforsterker', nameEn: 'Bass amplifier', netPriceOre: 8_000, vatCode: '3' };
const technician: EquipmentPrice = {
  ...{ id: 'tech', kind: 'staff', nameNb: 'Lydtekniker', nameEn: 'Sound engineer', netPriceOre: 52_000, vatCode: '3', minMinutes: 180 },
};
const cleaning: EquipmentPrice = { ...amplifier, id: 'clean', kind: 'cleaning', nameNb: 'Vask', nameEn: 'Cleaning', netPriceOre: 64_000 };

function ask(more: Partial<QuoteQuestion>) {
  const question = {
    room,
    slot: EVENING,
    groups: [],
    card: card([rate(25_000)]),
    equipment: [],
    rig: NO_RIG,
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
        { item: amplifier, quantity: 2, period: EVENING },
        { item: amplifier, quantity: 0, period: EVENING },
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
      equipment: [{ item: { ...amplifier, netPriceOre: 33 }, quantity: 1, period: EVENING }],
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
      equipment: [{ item: amplifier, quantity: 1, period: EVENING }],
    });
    const waived = waiveQuote(whole, { nb: 'Gratis', en: 'Free' });
    expect(waived).toMatchObject({ netOre: 0, vatOre: 0, totalOre: 0, fullOre: 72_500, supportOre: 72_500 });
    expect(payableLines(waived).map((line) => line.grossOre)).toEqual([0, 0]);
  });
});

describe('what is added', () => {
  const added = (more: Partial<QuoteQuestion>) => priced(more).lines.slice(1);

  test('people are charged by the hour they are there, each of them', () => {
    const [line] = added({ equipment: [{ item: technician, quantity: 2, period: span(17, 21) }] });
    expect(line).toMatchObject({ kind: 'service', unit: 'hour', quantityMilli: 8_000, netOre: 416_000, vatOre: 104_000 });
    expect(plain(line?.labelNb ?? '')).toBe('Lydtekniker, 2 personer, kl. 17.00–21.00');
    expect(plain(line?.labelEn ?? '')).toBe('Sound engineer, 2 people, 17:00–21:00');
  });

  test('people who come for a short while are charged the least time, and the line says so', () => {
    const [line] = added({ equipment: [{ item: technician, quantity: 1, period: span(19, 20) }] });
    expect(line).toMatchObject({ quantityMilli: 3_000, netOre: 156_000 });
    expect(plain(line?.labelNb ?? '')).toBe('Lydtekniker, kl. 19.00–20.00 (minst 3 t)');
  });

  test('cleaning is charged once, however long the booking is', () => {
    const [line] = added({ slot: span(10, 20), equipment: [{ item: cleaning, quantity: 1, period: span(10, 20) }] });
    expect(line).toMatchObject({ kind: 'service', unit: 'piece', quantityMilli: 1_000, netOre: 64_000, labelNb: 'Vask' });
  });

  test('an unregistered seller adds no VAT', () => {
    const lines = added({ seller: { ...seller, vatRegistered: false }, equipment: [{ item: technician, quantity: 1, period: EVENING }] });
    expect(lines[0]).toMatchObject({ vatCode: '7', vatOre: 0 });
  });
});

describe('time to rig', () => {
  const rig = { beforeMinutes: 120, afterMinutes: 30 };
  const rigged = (coversRig: boolean) =>
    priced({ groups: ['youth'], rig, card: card([rate(20_000)], [support(5_000, { coversRig })], [rate(10_000)]) });

  test('has its own rate and its own lines before and after, and no support', () => {
    const { lines, supportOre } = rigged(false);
    expect(lines.map((line) => [line.kind, plain(line.labelNb), line.netOre])).toEqual([
      ['room', 'Øvingsrom 2, kl. 18.00–20.30', 50_000],
      ['support', 'Støtte fra kommunen', -25_000],
      ['service', 'Rigging, kl. 16.00–18.00', 20_000],
      ['service', 'Nedrigging, kl. 20.30–21.00', 5_000],
    ]);
    expect(supportOre).toBe(25_000);
  });

  test('is supported as the hire is where the price list says so', () => {
    expect(rigged(true)).toMatchObject({ fullOre: 75_000, supportOre: 37_500, totalOre: 37_500 });
  });

  test('has the VAT of letting', () => {
    const { lines } = priced({ rig, customer: business, card: card([rate(20_000)], [], [rate(10_000)]) });
    expect(lines.map((line) => line.vatCode)).toEqual(['3', '3', '3']);
  });

  test('counts elapsed time when the clocks go forward', () => {
    const lines = priced({
      ...{ slot: span(4, 6, '2026-03-29'), rig: { beforeMinutes: 120, afterMinutes: 0 }, card: card([rate(20_000)], [], [rate(10_000)]) },
    }).lines;
    expect(lines.map((line) => [line.quantityMilli, plain(line.labelNb)])).toEqual([
      [2_000, 'Øvingsrom 2, kl. 04.00–06.00'],
      [2_000, 'Rigging, kl. 01.00–04.00'],
    ]);
  });

  test('cannot be had where the price list has no rate for it', () => {
    expect(ask({ rig })).toEqual({ ok: false, code: 'rig_not_offered' });
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
      items: fc.array(
        fc.record({
          price: ore,
          quantity: fc.integer({ min: 1, max: 3 }),
          code: fc.constantFrom('3', '31', '6'),
          kind: fc.constantFrom('equipment', 'staff', 'cleaning'),
          halfHours: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 5 },
      ),
      rigPrice: ore,
      rig: fc.record({ beforeMinutes: fc.constantFrom(0, 30, 120), afterMinutes: fc.constantFrom(0, 90) }),
      coversRig: fc.boolean(),
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
        [support(given.shareBp, { coversRig: given.coversRig })],
        [rate(given.rigPrice)],
      ),
      rig: given.rig,
      equipment: given.items.map((item, index) => ({
        item: { ...technician, kind: item.kind, id: String(index), netPriceOre: item.price, vatCode: item.code },
        quantity: item.quantity,
        period: span(18, 18 + item.halfHours / 2),
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
