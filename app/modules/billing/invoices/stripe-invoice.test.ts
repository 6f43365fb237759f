import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOre } from '~/lib/money';
import { charge, customer, seller, vatCodes } from '../../../../tests/support/invoice-samples';
import type { BillableCharge } from './billable';
import { decideInvoice } from './decide-invoice';
import { stripeDraft, stripeItems } from './stripe-invoice';

function planned(charges: readonly BillableCharge[], more: Partial<typeof customer> = {}) {
  const decision = decideInvoice({ customer: { ...customer, ...more }, charges, seller, vatCodes, issuedOn: '2026-11-22' });
  if (!decision.ok) throw new Error(decision.code);
  return { ...decision.value, id: 'i1', kid: '000123000001230' };
}

describe('what Stripe is told of an invoice', () => {
  test('comes to our total to the øre, whatever the lines and however many', () => {
    const any = fc.record({ netOre: fc.integer({ min: -9_000, max: 90_000 }), taxed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (lines) => {
        const charges = lines.map(({ netOre, taxed }) => charge({ netOre, vatCode: taxed ? '3' : '6', vatBp: taxed ? 2_500 : 0 }));
        const invoice = planned([...charges, charge({ netOre: 1_000_000 })]);
        const items = stripeItems(invoice);
        expect(sumOre(items.map(({ amount }) => amount))).toBe(invoice.grossOre);
        expect(new Set(items.map(({ position }) => position)).size).toBe(items.length);
      }),
    );
  });

  test('is a line each, then the VAT of each rate; many lines are one for each rate', () => {
    const few = planned([charge({ netOre: 333, vatCode: '3', vatBp: 2_500 }), charge()]);
    expect(stripeItems(few).map(({ description, amount }) => [description.replaceAll('\u00a0', ' '), amount])).toEqual([
      ['Husleie', 333],
      ['Husleie', 100_000],
      ['Merverdiavgift 25 %', 83],
    ]);
    const many = planned(Array.from({ length: 41 }, () => charge()));
    expect(stripeItems(many)).toEqual([
      { position: 'group:6:0', description: '41 linjer uten mva., spesifisert på fakturaen', amount: 4_100_000 },
    ]);
  });

  test('carries what the law wants on an invoice and what the bank wants with the payment', () => {
    const draft = stripeDraft(planned([charge()], { buyerReference: 'Ressurs 4711' }));
    expect(draft.custom_fields.map(({ name, value }) => [name, value.replaceAll('\u00a0', ' ')])).toEqual([
      ['KID', '000123000001230'],
      ['Kontonummer', '1234 56 78903'],
      ['Levert', 'søn. 1. nov. 2026 – man. 30. nov. 2026'],
      ['Deres referanse', 'Ressurs 4711'],
    ]);
    expect(draft.footer.replaceAll('\u00a0', ' ')).toBe(
      'Sundbytunet KF, 310 001 376 MVA, Foretaksregisteret\nLeveringssted: Sundbyvegen 1, 2050 Jessheim\nUtleie av fast eiendom',
    );
    expect(new Date(draft.due_date * 1000).toISOString()).toBe('2026-12-06T22:59:59.000Z');
    expect(stripeDraft(planned([charge()]))).toEqual(stripeDraft(planned([charge()])));
  });

  test('says how to mark the payment where the bank knows no references', () => {
    expect(stripeDraft({ ...planned([charge()]), kid: null })).toMatchObject({ description: 'Merk betalingen med fakturanummeret.' });
  });
});
