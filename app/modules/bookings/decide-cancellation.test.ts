import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import type { Actor } from '../identity/permissions';
import type { BookingState } from './booking';
import { type CancellableOccurrence, type CancellationFacts, decideCallOff, decideCancellation } from './decide-cancellation';
import { decideNoShow, missedOccurrence } from './decide-no-show';

const START = new Date('2026-11-21T17:00:00Z');
const before = (hours: number) => addMinutes(START, -hours * 60);
const customer: Actor = { personId: 'musician', staffRoles: [], memberships: [] };
const bandMate: Actor = { personId: 'mate', staffRoles: [], memberships: [{ organisationId: 'band', role: 'booker' }] };
const host: Actor = { personId: 'host', staffRoles: ['host'], memberships: [] };
const manager: Actor = { personId: 'manager', staffRoles: ['manager'], memberships: [] };

type Known = Partial<CancellationFacts & CancellableOccurrence>;

const PAID = [
  { position: 1, grossOre: 10_001 },
  { position: 2, grossOre: 5_000 },
];

/** A booking of one occurrence. */
const facts = ({ paidLines = PAID, charges = [], ...more }: Known = {}): CancellationFacts => ({
  actor: customer,
  state: 'confirmed',
  personId: 'musician',
  organisationId: 'band',
  policy: [
    { hoursBefore: 24, refundBp: 10_000 },
    { hoursBefore: 8, refundBp: 5_000 },
  ],
  occurrences: [{ id: 'o', state: more.state ?? 'confirmed', startsAt: START, paidLines, charges }],
  ...more,
});
const cancel = (more: Known, now: Date, waive = false) => decideCancellation(facts(more), { waive }, now);

describe('cancelling', () => {
  test('gives back what the policy says', () => {
    expect(cancel({}, before(24))).toMatchObject({
      ok: true,
      value: { cancelledBy: 'customer', refund: { refundBp: 10_000, refundOre: 15_001 } },
    });
    expect(cancel({}, before(9))).toMatchObject({
      value: {
        refund: {
          refundOre: 7_501,
          perLine: [
            { position: 1, refundOre: 5_001 },
            { position: 2, refundOre: 2_500 },
          ],
        },
      },
    });
    expect(cancel({}, before(1))).toMatchObject({ value: { refund: { refundOre: 0 }, chargeCredits: [] } });
  });

  test('gives back everything that the house closes over, whoever calls it off', () => {
    const [occurrence] = facts().occurrences;
    const retained = { position: 3, grossOre: 700, retained: true };
    const occurrences = occurrence ? [{ ...occurrence, paidLines: [...PAID, retained], closedByHouse: true }] : [];
    expect(cancel({ occurrences }, before(1))).toMatchObject({
      value: { cancelledBy: 'customer', refund: { refundBp: 10_000, refundOre: 15_701 } },
    });
    const { actor: _, ...rest } = facts({ occurrences });
    expect(decideCallOff(rest, ['o'], before(1))).toMatchObject({ value: { cancelledBy: 'hub', refund: { refundOre: 15_701 } } });
    expect(decideCallOff({ ...rest, state: 'cancelled' }, ['o'], before(1))).toMatchObject({ ok: false, code: 'not_confirmed' });
  });

  test('credits what was put on account, with its VAT', () => {
    const charges = [{ id: 'c', netOre: 10_000, vatOre: 2_500 }];
    expect(cancel({ charges, paidLines: [] }, before(9))).toMatchObject({
      value: { refund: { refundOre: 0 }, chargeCredits: [{ chargeId: 'c', netOre: -5_000, vatOre: -1_250, grossOre: -6_250 }] },
    });
    expect(cancel({ charges, paidLines: [] }, before(1))).toMatchObject({ value: { chargeCredits: [] } });
  });

  test('is for the one who booked, their organisation’s bookers and the hub', () => {
    expect(cancel({ actor: bandMate }, before(30))).toMatchObject({ value: { cancelledBy: 'customer' } });
    expect(cancel({ actor: host }, before(30))).toMatchObject({ value: { cancelledBy: 'hub' } });
    expect(cancel({ actor: host, personId: 'host' }, before(30))).toMatchObject({ value: { cancelledBy: 'customer' } });
    expect(cancel({ actor: { ...customer, personId: 'x' } }, before(30))).toEqual({ ok: false, code: 'not_allowed' });
  });

  test('ends for the customer at the start, for the hub when it is over', () => {
    expect(cancel({}, before(1 / 60)).ok).toBe(true);
    expect(cancel({}, START)).toEqual({ ok: false, code: 'too_late', startsAt: START });
    expect(cancel({ actor: host, personId: 'host' }, START)).toMatchObject({ code: 'too_late' });
    expect(cancel({ actor: host }, before(-1))).toMatchObject({ ok: true, value: { refund: { refundOre: 0 } } });
    expect(cancel({ actor: host, state: 'completed' }, before(-3))).toMatchObject({ code: 'too_late' });
    expect(cancel({ actor: host, state: 'no_show' }, before(-3))).toMatchObject({ code: 'too_late' });
  });

  test('with everything given back is the manager’s to decide', () => {
    expect(cancel({ actor: manager }, before(-1), true)).toMatchObject({
      value: { cancelledBy: 'hub', refund: { refundBp: 10_000, refundOre: 15_001 } },
    });
    expect(cancel({ actor: host }, before(1), true)).toMatchObject({ code: 'not_allowed' });
    expect(cancel({}, before(1), true)).toMatchObject({ code: 'not_allowed' });
  });

  test.each([
    ['cancelled', 'already_cancelled'],
    ['held', 'not_confirmed'],
    ['released', 'not_confirmed'],
  ] as [BookingState, string][])('of a %s booking is refused: %s', (state, code) => {
    expect(cancel({ state }, before(30))).toEqual({ ok: false, code });
  });
});

describe('cancelling several occurrences', () => {
  const week = (number: number) => addMinutes(START, number * 7 * 1_440);
  const occurrence = (number: number, more: Partial<CancellableOccurrence> = {}): CancellableOccurrence => ({
    ...{ id: `o${number}`, state: 'confirmed', startsAt: week(number), charges: [] },
    paidLines: [{ position: number + 1, grossOre: 10_000 }],
    ...more,
  });

  test('measures each by its own start, and says them as one share', () => {
    const occurrences = [occurrence(0), occurrence(1)];
    expect(cancel({ occurrences }, before(9))).toMatchObject({
      value: {
        occurrenceIds: ['o0', 'o1'],
        refund: {
          refundBp: 7_500,
          refundOre: 15_000,
          perLine: [
            { position: 1, refundOre: 5_000 },
            { position: 2, refundOre: 10_000 },
          ],
        },
      },
    });
  });

  test('leaves what has been, what was refused and what has begun', () => {
    const occurrences = [occurrence(0, { state: 'completed' }), occurrence(1, { state: 'refused' }), occurrence(2), occurrence(3)];
    const now = addMinutes(week(2), 30);
    expect(cancel({ occurrences }, now)).toMatchObject({ value: { occurrenceIds: ['o3'] } });
    expect(cancel({ occurrences, actor: host }, now)).toMatchObject({ value: { occurrenceIds: ['o2', 'o3'] } });
    expect(cancel({ occurrences }, week(3))).toEqual({ ok: false, code: 'too_late', startsAt: week(3) });
  });
});

describe('a no-show', () => {
  const noShow = (actor: Actor, state: BookingState, now: Date) => decideNoShow({ actor, state, startsAt: START }, now);

  test('is noted by staff from the start on, also after the end', () => {
    expect(noShow(host, 'confirmed', START)).toEqual({ ok: true, value: 'no_show' });
    expect(noShow(host, 'completed', before(-5)).ok).toBe(true);
  });

  test('of a series is about the evening that has begun, and leaves those to come', () => {
    const evening = (days: number, state: 'completed' | 'confirmed' | 'refused' = 'confirmed') => ({
      startsAt: addMinutes(START, days * 1_440),
      state,
    });
    const [first, second, third] = [evening(0, 'completed'), evening(7), evening(14)];
    expect(missedOccurrence([first, second, third], second.startsAt)).toBe(second);
    expect(missedOccurrence([first, evening(1, 'refused'), third], addMinutes(START, 2 * 1_440))).toBe(first);
    expect(missedOccurrence([second, third], START)).toBe(second);
  });

  test('is refused before the start, by customers, and for bookings that are not agreed', () => {
    expect(noShow(host, 'confirmed', before(1 / 60))).toEqual({ ok: false, code: 'too_early', startsAt: START });
    expect(noShow(customer, 'confirmed', START)).toEqual({ ok: false, code: 'not_allowed' });
    expect(noShow(host, 'cancelled', START)).toEqual({ ok: false, code: 'not_confirmed' });
  });
});
