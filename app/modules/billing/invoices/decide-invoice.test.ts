import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import { charge, customer, seller, vatCodes } from '../../../../tests/support/invoice-samples';
import { decideInvoice, decideSums, type InvoiceQuestion } from './decide-invoice';

const decide = (more: Partial<InvoiceQuestion>) =>
  decideInvoice({ customer, charges: [charge()], seller, vatCodes, issuedOn: '2026-11-22', ...more });

const taxed = (netOre: number) => charge({ netOre, vatCode: '3', vatBp: 2_500 });

describe('an invoice', () => {
  test('has a line for each charge in the order of time, and says when and where from and to whom', () => {
    const decision = decide({
      charges: [
        charge({ from: '2026-11-12', to: '2026-11-13', ofBooking: true, descriptionNb: 'Øvingsrom 2, kl. 18.00–20.30' }),
        charge({ from: '2026-10-01', to: '2026-11-01' }),
      ],
    });
    if (!decision.ok) throw new Error(decision.code);
    const { lines, deliveredFrom, deliveredTo, dueOn, buyer } = decision.value;
    expect(lines.map(({ position, description }) => [position, description])).toEqual([
      [1, 'Husleie'],
      [2, 'Øvingsrom 2, kl. 18.00–20.30, tor. 12.\u00a0nov. 2026'],
    ]);
    expect({ deliveredFrom, deliveredTo, dueOn }).toEqual({ deliveredFrom: '2026-10-01', deliveredTo: '2026-11-13', dueOn: '2026-12-06' });
    expect(buyer).not.toHaveProperty('paymentDays');
    expect(decision.value.seller).toMatchObject({ name: 'Sundbytunet KF', businessRegister: true });
  });

  test('says why there is no VAT, in its own language', () => {
    const decision = decide({ customer: { ...customer, locale: 'en' }, charges: [taxed(10_000), charge()] });
    expect(decision).toMatchObject({
      ok: true,
      value: {
        vatOre: 2_500,
        grossOre: 112_500,
        groups: [
          { vatCategory: 'S', vatReason: null },
          { vatCategory: 'E', vatReason: 'Letting of real property' },
        ],
      },
    });
  });

  test('of a registered seller calls exempt what lies outside the Act: it may not use category O', () => {
    expect(decide({ charges: [charge({ vatCode: '7' })] })).toMatchObject({
      value: { lines: [{ vatCategory: 'E', vatReason: 'Utenfor området' }] },
    });
  });

  test('of a seller who is not registered has no VAT on it, and no reason either', () => {
    const unregistered = { ...seller, vatRegistered: false };
    expect(decide({ seller: unregistered, charges: [charge({ vatCode: '7' })] })).toMatchObject({
      value: { vatOre: 0, lines: [{ vatCategory: 'O', vatReason: null }] },
    });
    expect(decide({ seller: unregistered, charges: [taxed(100)] })).toEqual({ ok: false, code: 'vat_not_allowed' });
  });

  test('carries what takes a part of a charge back, on a line below it', () => {
    const key = 'occurrence:o:line:1';
    const decision = decide({
      charges: [
        charge({ sourceKey: `${key}:credit`, netOre: -30_000, descriptionNb: 'Øving' }),
        charge({ sourceKey: key, descriptionNb: 'Øving' }),
      ],
    });
    expect(decision).toMatchObject({
      value: { grossOre: 70_000, lines: [{ description: 'Øving' }, { description: 'Tilbakeført: Øving' }] },
    });
  });

  test.each([0, -1, -100_000])('is not made of nothing or of a credit (%d)', (rest) => {
    const answer = decide({ charges: [charge(), charge({ netOre: rest - 100_000 })] });
    expect(answer).toEqual({ ok: false, code: 'carried_forward', grossOre: rest });
  });

  test('needs an address or a number of the buyer, and somewhere to go', () => {
    const nowhere = { ...customer, addressLine: null };
    expect(decide({ customer: nowhere })).toMatchObject({ ok: true });
    expect(decide({ customer: { ...nowhere, organisationNumber: null } })).toEqual({ ok: false, code: 'no_address' });
    expect(decide({ customer: { ...customer, emails: [] } })).toEqual({ ok: false, code: 'no_mail' });
  });

  test('comes to the same from its lines as from sums of them', () => {
    const any = fc.oneof(
      fc.integer({ min: -50_000, max: 90_000 }).map((netOre) => taxed(netOre)),
      fc.integer({ min: -50_000, max: 90_000 }).map((netOre) => charge({ netOre })),
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (charges) => {
        const sums = [
          { vatCode: '3', vatBp: 2_500, netOre: sumOre(charges.filter(({ vatCode }) => vatCode === '3').map(({ netOre }) => netOre)) },
          { vatCode: '6', vatBp: 0, netOre: sumOre(charges.filter(({ vatCode }) => vatCode === '6').map(({ netOre }) => netOre)) },
        ];
        const fromSums = decideSums(customer, sums, seller);
        const decision = decide({ charges });
        if (decision.ok)
          expect(decision.value).toMatchObject({ netOre: fromSums.netOre, vatOre: fromSums.vatOre, grossOre: fromSums.grossOre });
        else expect(fromSums.stop).toMatchObject({ code: decision.code });
      }),
    );
  });
});
