import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookingState } from '../booking';
import { acceptanceDeadline, decisionDeadline, payAnewDeadline } from './approval-policy';
import { decideRequest, type RequestFacts, type RequestStep } from './decide-request';

const NOW = new Date('2026-11-23T09:00:00Z');
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const host = { personId: 'host', staffRoles: ['host' as const], memberships: [] };
const customer = { personId: 'customer', staffRoles: [], memberships: [] };
const facts: RequestFacts = {
  ...{ actor: host, personId: 'customer', organisationId: null, bookingState: 'requested', paymentMethod: 'card', totalOre: 50_000 },
  startsAt: at(200),
  approval: { state: 'pending', version: 0, deadline: at(72) },
  reservedUntil: at(168),
};
const approve: RequestStep = { kind: 'approve', version: 0 };
const STEPS: RequestStep[] = [
  approve,
  { kind: 'approve_if', version: 0, conditions: 'Rydd.' },
  { kind: 'decline', version: 0, reasonCode: 'too_loud', reason: '' },
  { kind: 'accept', version: 0 },
  { kind: 'withdraw' },
];

describe('how an approved booking gets its money', () => {
  test.each<[string, Partial<RequestFacts>, string]>([
    ['from the reserved card', {}, 'capture'],
    ['anew, when the card is gone', { reservedUntil: null }, 'pay_anew'],
    ['by invoice, when it is on account', { paymentMethod: 'on_account', reservedUntil: null }, 'confirm'],
    ['not at all, when it costs nothing', { totalOre: 0, reservedUntil: null }, 'confirm'],
  ])('%s', (_name, more, settling) => {
    expect(decideRequest({ ...facts, ...more }, approve, NOW)).toMatchObject({ ok: true, value: { next: 'approved', settling } });
  });
});

test('each side has its own steps', () => {
  const byHouse = STEPS.filter((step) => {
    const decision = decideRequest(facts, step, NOW);
    return decision.ok || decision.code !== 'not_allowed';
  });
  const byCustomer = STEPS.filter((step) => {
    const decision = decideRequest({ ...facts, actor: customer }, step, NOW);
    return decision.ok || decision.code !== 'not_allowed';
  });
  expect(byHouse.map(({ kind }) => kind)).toEqual(['approve', 'approve_if', 'decline']);
  expect(byCustomer.map(({ kind }) => kind)).toEqual(['accept', 'withdraw']);
});

test('nothing can be answered twice, too late, or to another version than was seen', () => {
  const bookingState = fc.constantFrom<BookingState>('held', 'requested', 'confirmed', 'declined', 'lapsed', 'released', 'cancelled');
  const state = fc.constantFrom('pending', 'conditions', 'approved', 'declined', 'lapsed', 'withdrawn');
  fc.assert(
    fc.property(
      bookingState,
      state,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -5, max: 5 }),
      (booking, approval, version, hours) => {
        const asked = { ...facts, bookingState: booking, approval: { state: approval, version, deadline: at(hours) } } as RequestFacts;
        const decision = decideRequest(asked, approve, NOW);
        const open = booking === 'requested' && (approval === 'pending' || approval === 'conditions') && version === 0;
        expect(decision.ok).toBe(open && hours > 0);
        if (!decision.ok) expect(decision.code).toBe(open ? 'too_late' : 'already_answered');
      },
    ),
  );
});

test('conditions and reasons must be said', () => {
  expect(decideRequest(facts, { kind: 'approve_if', version: 0, conditions: '' }, NOW)).toMatchObject({ code: 'conditions_missing' });
  const decline = { kind: 'decline', version: 0, reasonCode: 'other' } as const;
  expect(decideRequest(facts, { ...decline, reason: '' }, NOW)).toMatchObject({ code: 'reason_missing' });
  expect(decideRequest(facts, { ...decline, reason: 'Taket lekker.' }, NOW)).toMatchObject({ ok: true });
});

test('no deadline lies after the start, or within a day of the moment the bank lets go of the card', () => {
  const hours = fc.integer({ min: 1, max: 96 });
  const ahead = fc.integer({ min: 1, max: 2_000 });
  fc.assert(
    fc.property(hours, ahead, fc.option(fc.integer({ min: 30, max: 168 })), (promised, start, reserved) => {
      const limits = { startsAt: at(start), reservedUntil: reserved === null ? null : at(reserved) };
      for (const deadline of [decisionDeadline(promised, limits, NOW), acceptanceDeadline(limits, NOW)]) {
        expect(deadline <= limits.startsAt).toBe(true);
        if (limits.reservedUntil) expect(limits.reservedUntil.getTime() - deadline.getTime()).toBeGreaterThanOrEqual(24 * 3_600_000);
      }
      expect(payAnewDeadline(limits.startsAt, NOW) <= limits.startsAt).toBe(true);
    }),
  );
});
