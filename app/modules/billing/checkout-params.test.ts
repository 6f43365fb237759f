import { describe, expect, test } from 'vitest';
import {
  type CheckoutRequest,
  checkoutParams,
  holdExpiry,
  nextAttemptParams,
  sessionExpiry,
  vatRatesIn,
  withTaxRateIds,
} from './checkout-params';

const NOW = new Date('2026-11-23T09:00:00Z');
const request: CheckoutRequest = {
  checkoutId: 'c1',
  bookingId: 'b1',
  subject: 'booking',
  attempt: 1,
  reference: 'K7P4TX',
  locale: 'nb',
  reserves: false,
  email: 'ida@kaldkaffe.example',
  place: 'Øvingsrom 2, Låven',
  period: 'x'.repeat(200),
  lines: [
    { position: 1, label: 'Øvingsrom 2', grossOre: 24_000, vatBp: 0, covers: [1] },
    { position: 3, label: 'Mikrofon', grossOre: 6_250, vatBp: 2_500, covers: [3] },
    { position: 4, label: 'Gratis', grossOre: 0, vatBp: 2_500, covers: [4] },
  ],
  seller: { name: 'Sundbytunet KF', organisationNumber: '312345676', vatRegistered: true, footer: 'Sundbytunet KF' },
  publicUrl: 'https://hub.example',
  expiresAt: sessionExpiry(NOW),
};

describe('what is asked of Stripe', () => {
  test('adds up to what is to be paid, without lines of nothing', () => {
    const { line_items: items } = checkoutParams(request);
    expect(items.map((item) => item.price_data.unit_amount)).toEqual([24_000, 6_250]);
    expect(items.map((item) => item.tax_rates)).toEqual([undefined, ['vat:2500']]);
  });

  test('carries our ids on everything that Stripe makes of it', () => {
    const params = checkoutParams(request);
    const ids = { booking_id: 'b1', checkout_id: 'c1', attempt: '1' };
    expect([params.metadata, params.payment_intent_data.metadata, params.invoice_creation.invoice_data.metadata]).toEqual([ids, ids, ids]);
    expect(params.client_reference_id).toBe('b1');
  });

  test('keeps within what an invoice’s fields may hold', () => {
    const fields = checkoutParams(request).invoice_creation.invoice_data.custom_fields;
    expect(fields).toHaveLength(4);
    expect(fields.every(({ name, value }) => name.length <= 40 && value.length <= 140)).toBe(true);
  });

  test('comes back to a page that is true whether it was paid or not', () => {
    const params = checkoutParams(request);
    expect([params.success_url, params.cancel_url]).toEqual(['https://hub.example/bestilling/b1', 'https://hub.example/bestilling/b1']);
  });

  test('is the same for the next attempt, but for its number and deadline', () => {
    const first = checkoutParams(request);
    const next = nextAttemptParams(first, { checkoutId: 'c2', attempt: 2, expiresAt: new Date('2026-11-23T10:00:00Z') });
    expect(next.line_items).toEqual(first.line_items);
    expect(next.payment_intent_data.metadata).toEqual({ booking_id: 'b1', checkout_id: 'c2', attempt: '2' });
    expect(next.expires_at).toBe(Date.parse('2026-11-23T10:00:00Z') / 1000);
  });
});

test('the hold outlives the page, and the page lives as long as Stripe asks for even when it is asked for late', () => {
  expect(holdExpiry(NOW).getTime()).toBeGreaterThan(sessionExpiry(NOW).getTime());
  expect(sessionExpiry(NOW).getTime() - NOW.getTime()).toBeGreaterThan(30 * 60_000);
});

test('tax rates get their ids when they are sent; one that is missing stops it', () => {
  const params = checkoutParams(request);
  expect(vatRatesIn(params)).toEqual([2_500]);
  expect(withTaxRateIds(params, new Map([[2_500, 'txr_1']])).line_items[1]?.tax_rates).toEqual(['txr_1']);
  expect(() => withTaxRateIds(params, new Map())).toThrow();
});
