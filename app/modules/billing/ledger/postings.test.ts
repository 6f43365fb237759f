import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import {
  cardRefund,
  cardSale,
  creditNoteIssued,
  invoiceIssued,
  paymentMoved,
  paymentReceived,
  paymentReturned,
  type SoldGroup,
  type Voucher,
} from './postings';

const ON: LocalDate = '2026-12-01';
const tenant = 'tenant';

const document = {
  ...{ invoiceId: 'i1', organisationId: tenant, number: '2026-000123', on: ON },
  lines: [
    { kind: 'rent' as const, text: 'Husleie atelier 12', netOre: 450_000, vatCode: '6', vatBp: 0 },
    { kind: 'booking' as const, text: 'PA-anlegg', netOre: 100_000, vatCode: '3', vatBp: 2_500 },
  ],
  vat: [
    { vatCode: '6', vatBp: 0, vatOre: 0 },
    { vatCode: '3', vatBp: 2_500, vatOre: 25_000 },
  ],
};

/** `purpose[:VAT code] amount`, as one would write it on paper. */
const shown = ({ postings }: Voucher) =>
  postings.map(({ purpose, amountOre, vat }) => `${purpose}${vat ? `:${vat.code}` : ''} ${amountOre}`);

const sum = ({ postings }: Voucher) => sumOre(postings.map(({ amountOre }) => amountOre));

const amount = fc.integer({ min: 1, max: 50_000_000 });
const rates = [
  { vatCode: '3', vatBp: 2_500 },
  { vatCode: '31', vatBp: 1_500 },
  { vatCode: '33', vatBp: 1_200 },
  { vatCode: '6', vatBp: 0 },
];
const sold = fc.uniqueArray(
  fc.record({ rate: fc.constantFrom(...rates), grossOre: amount }).map(({ rate, grossOre }): SoldGroup => ({ ...rate, grossOre })),
  { minLength: 1, selector: ({ vatCode }) => vatCode },
);

describe('an invoice in the books', () => {
  test('is what the customer owes, each line a sale of its kind, and the VAT', () => {
    expect(shown(invoiceIssued(document))).toEqual(['receivable 575000', 'rent:6 -450000', 'booking:3 -100000', 'output_vat:3 -25000']);
  });

  test('that asks for a deposit sells nothing: it is owed back', () => {
    const deposit = {
      ...document,
      lines: [{ kind: 'deposit' as const, text: 'Depositum', netOre: 900_000, vatCode: '7', vatBp: 0 }],
      vat: [],
    };
    expect(shown(invoiceIssued(deposit))).toEqual(['receivable 900000', 'deposit:7 -900000']);
  });

  test('is taken back by a credit note, its mirror', () => {
    expect(shown(creditNoteIssued({ ...document, creditNoteId: 'c1' }))).toEqual([
      ...['receivable -575000', 'rent:6 450000', 'booking:3 100000', 'output_vat:3 25000'],
    ]);
  });
});

describe('a payment in the books', () => {
  const payment = { paymentId: 'p1', on: ON, amountOre: 575_000, way: 'bank' as const, text: 'Innbetaling' };

  test('lessens what its payer owes', () => {
    expect(shown(paymentReceived({ ...payment, organisationId: tenant }))).toEqual(['bank 575000', 'receivable -575000']);
  });

  test('whose payer is not known waits', () => {
    expect(shown(paymentReceived({ ...payment, organisationId: null }))).toEqual(['bank 575000', 'unplaced -575000']);
  });

  test('gets its payer later, and may lose it again', () => {
    const move = { paymentId: 'p1', times: 0, on: ON, amountOre: 575_000, from: null, to: tenant };
    expect(shown(paymentMoved(move))).toEqual(['unplaced 575000', 'receivable -575000']);
    expect(shown(paymentMoved({ ...move, times: 1, from: tenant, to: null }))).toEqual(['receivable 575000', 'unplaced -575000']);
  });

  test('by card stands with Stripe until it is paid out', () => {
    expect(shown(paymentReceived({ ...payment, way: 'card', organisationId: tenant }))).toEqual(['card 575000', 'receivable -575000']);
  });

  test('goes back the way it came', () => {
    const back = paymentReturned('r1', { ...payment, amountOre: 100, organisationId: tenant });
    expect(shown(back)).toEqual(['receivable 100', 'bank -100']);
  });
});

describe('a sale by card in the books', () => {
  test('is sold and paid at once, the VAT in the price', () => {
    const sale = cardSale({
      ...{ paymentId: 'p1', on: ON, reference: 'K7QF-2M', unexplainedOre: 0 },
      sold: [
        { vatCode: '6', vatBp: 0, grossOre: 65_000 },
        { vatCode: '3', vatBp: 2_500, grossOre: 24_900 },
      ],
    });
    expect(shown(sale)).toEqual(['card 89900', 'booking:6 -65000', 'booking:3 -19920', 'output_vat:3 -4980']);
  });

  test('shows what nobody can explain', () => {
    const sale = cardSale({
      paymentId: 'p1',
      on: ON,
      reference: 'K',
      unexplainedOre: 500,
      sold: [{ vatCode: '6', vatBp: 0, grossOre: 1_000 }],
    });
    expect(shown(sale)).toEqual(['card 1500', 'booking:6 -1000', 'unplaced -500']);
  });

  test('that is given back bit by bit leaves nothing of the VAT', () => {
    const given = fc.tuple(sold, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(given, ([groups, weights]) => {
        const sale = cardSale({ paymentId: 'p', on: ON, reference: 'K', sold: groups, unexplainedOre: 0 });
        const whole = sumOre(weights);
        const steps = weights.map((_, index) => sumOre(weights.slice(0, index)));
        const refunds = weights.map((weight, index) => {
          const part = (grossOre: number, share: number) => Math.floor((grossOre * share) / whole);
          const at = steps[index] ?? 0;
          return cardRefund({
            ...{ key: `r${index}`, on: ON, reference: 'K', way: 'card' },
            groups: groups.map((group) => ({
              ...group,
              beforeOre: part(group.grossOre, at),
              grossOre: part(group.grossOre, at + weight) - part(group.grossOre, at),
            })),
          });
        });
        for (const refund of refunds) expect(sum(refund)).toBe(0);
        for (const { vatCode } of groups) {
          const ofCode = [sale, ...refunds].flatMap(({ postings }) => postings).filter(({ vat }) => vat?.code === vatCode);
          expect(sumOre(ofCode.map(({ amountOre }) => amountOre))).toBe(0);
          expect(sumOre(ofCode.filter(({ vat }) => vat?.part === 'tax').map(({ amountOre }) => amountOre))).toBe(0);
        }
      }),
    );
  });
});

describe('every voucher', () => {
  test('adds up to nothing, whatever was sold', () => {
    fc.assert(
      fc.property(sold, fc.integer({ min: -1_000, max: 1_000 }), (groups, unexplainedOre) => {
        expect(sum(cardSale({ paymentId: 'p', on: ON, reference: 'K', sold: groups, unexplainedOre }))).toBe(0);
      }),
    );
    const nets = fc.array(fc.record({ rate: fc.constantFrom(...rates), netOre: fc.integer({ min: -100_000, max: 10_000_000 }) }));
    fc.assert(
      fc.property(nets, fc.array(fc.record({ rate: fc.constantFrom(...rates), vatOre: fc.nat(1_000_000) })), (lines, vat) => {
        const written = {
          ...document,
          lines: lines.map(({ rate, netOre }) => ({ kind: 'rent' as const, text: 'x', netOre, ...rate })),
          vat: vat.map(({ rate, vatOre }) => ({ ...rate, vatOre })),
        };
        expect(sum(invoiceIssued(written))).toBe(0);
        expect(sum(creditNoteIssued({ ...written, creditNoteId: 'c' }))).toBe(0);
      }),
    );
  });
});
