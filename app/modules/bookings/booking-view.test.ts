import { expect, test } from 'vitest';
import { bookingView, type BookingViewFacts } from './booking-view';

const NOW = new Date('2026-11-23T09:00:00Z');
const held: BookingViewFacts = { state: 'held', holdExpiresAt: new Date(NOW.getTime() + 1), awaitsPayment: false, refundedLate: false };

test.each<[string, Partial<BookingViewFacts>, string]>([
  ['is to be paid while its hold has time left', {}, 'to_pay'],
  ['is over when its hold is, even before anybody has swept it', { holdExpiresAt: NOW }, 'released'],
  ['waits for the bank, whatever the deadline', { awaitsPayment: true, holdExpiresAt: NOW }, 'payment_pending'],
  ['was paid too late', { state: 'released', refundedLate: true }, 'refunded_late'],
  ['was not paid', { state: 'released' }, 'released'],
  ['stands, although a second payment went back', { state: 'confirmed', refundedLate: true }, 'confirmed'],
])('a booking that %s', (_name, facts, view) => {
  expect(bookingView({ ...held, ...facts }, NOW)).toBe(view);
});
