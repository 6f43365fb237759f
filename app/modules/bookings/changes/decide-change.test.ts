import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Interval } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import type { QuoteLine } from '../../pricing/quote';
import { refundShare } from '../../pricing/cancellation-policy';
import { decideBooking } from '../decide-booking';
import { at, facts, host, musician, NOW, request, slot } from '../../../../tests/support/booking-samples';
import type { ChangeFacts, ChangeRequest } from './change-facts';
import { linesAfter } from './change-lines';
import { decideChange } from './decide-change';

const total = (lines: readonly QuoteLine[]) => sumOre(lines.map(({ grossOre }) => grossOre));

function booked(when: Interval, more: Parameters<typeof facts>[0] = {}): readonly QuoteLine[] {
  const decision = decideBooking(facts(more), request({ slot: when }), addMinutes(when.start, -24 * 60));
  if (!decision.ok) throw new Error(decision.code);
  return decision.value.quote.lines;
}

function changeFacts(when: Interval = slot, more: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    actor: musician,
    booking: {
      ...{ personId: 'musician', organisationId: null, state: 'confirmed', paymentMethod: 'card', people: 4, nextPosition: 10 },
      policy: [
        { hoursBefore: 8, refundBp: 10_000 },
        { hoursBefore: 2, refundBp: 5_000 },
      ],
    },
    occurrence: {
      ...{ roomId: 'room', slot: when, state: 'confirmed', lines: booked(when), equipment: [] },
      rig: { beforeMinutes: 0, afterMinutes: 0 },
    },
    next: facts(),
    ...more,
  };
}

const change = (slotWanted: Interval, now: Date, more: Partial<ChangeFacts> & Partial<ChangeRequest> = {}) => {
  const { waive = false, byException = false, ...changed } = more;
  return decideChange(changeFacts(slot, changed), { slot: slotWanted, waive, byException }, now);
};

const EARLY = at('09:00');
const LATE = at('12:00');
const TOO_LATE = at('17:00');

describe('whoever booked', () => {
  test('moves it while calling it off would cost nothing', () => {
    expect(change({ start: at('19:00'), end: at('21:00') }, EARLY)).toMatchObject({ ok: true, value: { kind: 'move' } });
    expect(change({ start: at('19:00'), end: at('21:00') }, LATE)).toMatchObject({
      ok: false,
      code: 'too_late_to_move',
      freeUntil: at('10:00'),
    });
  });

  test('may not put the start off when it is too late: the rest could then be called off for nothing', () => {
    expect(change({ start: at('19:00'), end: at('20:00') }, LATE)).toMatchObject({ ok: false, code: 'too_late_to_move' });
  });

  test('lengthens it always, also when it has begun', () => {
    for (const now of [EARLY, TOO_LATE, at('19:45')]) {
      const longer = change({ start: slot.start, end: at('21:00') }, now);
      expect(longer).toMatchObject({ ok: true, value: { kind: 'extend', money: { dueOre: 25_000, backOre: 0 } } });
    }
    expect(change({ start: slot.start, end: at('19:30') }, at('19:00'))).toMatchObject({ ok: false, code: 'has_begun' });
    expect(change({ start: slot.start, end: at('21:00') }, at('20:00'))).toMatchObject({ ok: false, code: 'over' });
  });

  test.each([
    [EARLY, 25_000],
    [LATE, 12_500],
    [TOO_LATE, 0],
  ])('shortens its end, and gets back what calling that off would (%s)', (now, backOre) => {
    expect(change({ start: slot.start, end: at('19:00') }, now)).toMatchObject({
      ok: true,
      value: { kind: 'shorten', money: { backOre } },
    });
  });

  test('is not the hub', () => {
    expect(change({ start: slot.start, end: at('19:00') }, EARLY, { waive: true })).toMatchObject({ ok: false, code: 'not_allowed' });
    const stranger = { ...musician, personId: 'stranger' };
    expect(change({ start: slot.start, end: at('19:00') }, EARLY, { actor: stranger })).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});

describe('whoever has to move because the house closes', () => {
  const closed = changeFacts();
  const occurrence = { ...closed.occurrence, closedByHouse: true, roomKind: closed.next.room.kind };

  test('moves until it begins, whatever the policy says', () => {
    const evening = { start: at('19:00'), end: at('21:00') };
    expect(change(evening, at('17:30'), { occurrence })).toMatchObject({
      ok: true,
      value: { kind: 'move', money: { dueOre: 0, backOre: 0 } },
    });
    expect(change(evening, at('18:30'), { occurrence })).toMatchObject({ ok: false, code: 'has_begun' });
  });

  test('pays no more in a room that has become dearer, and for as long', () => {
    const rates = (closed.next.card?.rates ?? []).map((rate) => ({ ...rate, netPerHourOre: 90_000 }));
    const next = { ...closed.next, card: closed.next.card && { ...closed.next.card, rates } };
    const sooner = { start: at('12:00'), end: at('14:00') };
    expect(change(sooner, EARLY, { occurrence, next })).toMatchObject({
      ok: true,
      value: { money: { dueOre: 0, backOre: 0 }, awaitsPaymentUntil: null },
    });
    const shorter = { start: slot.start, end: at('19:00') };
    expect(change(shorter, TOO_LATE, { occurrence })).toMatchObject({ ok: true, value: { money: { backOre: 25_000 }, refundBp: 10_000 } });
  });

  test('pays for more hours, and for another kind of room', () => {
    const longer = { start: slot.start, end: at('21:00') };
    expect(change(longer, EARLY, { occurrence })).toMatchObject({ ok: true, value: { money: { dueOre: 25_000 } } });
    const otherKind = { ...occurrence, roomKind: 'meeting' as const };
    const rates = (closed.next.card?.rates ?? []).map((rate) => ({ ...rate, netPerHourOre: 90_000 }));
    const next = { ...closed.next, card: closed.next.card && { ...closed.next.card, rates } };
    const sooner = { start: at('12:00'), end: at('14:00') };
    expect(change(sooner, EARLY, { occurrence: otherKind, next })).toMatchObject({ ok: true, value: { money: { backOre: 0 } } });
    const paid = change(sooner, EARLY, { occurrence: otherKind, next });
    expect(paid.ok && paid.value.money.dueOre).toBeGreaterThan(0);
  });
});

describe('the hub', () => {
  test('moves it at any time, with the difference or without money', () => {
    const dearer = { start: at('18:00'), end: at('21:00') };
    expect(change(dearer, TOO_LATE, { actor: host })).toMatchObject({ ok: true, value: { money: { dueOre: 25_000 } } });
    expect(change(dearer, TOO_LATE, { actor: host, waive: true })).toMatchObject({ ok: true, value: { money: { dueOre: 0, backOre: 0 } } });
    const shorter = { start: at('19:00'), end: at('19:30') };
    expect(change(shorter, TOO_LATE, { actor: host })).toMatchObject({ ok: true, value: { money: { backOre: 37_500 } } });
    expect(change(shorter, TOO_LATE, { actor: host, waive: true })).toMatchObject({ ok: true, value: { money: { backOre: 0 } } });
  });

  test('does not move it into what is taken or closed', () => {
    const claims = [{ roomId: 'room', start: at('20:00'), end: at('21:00'), kind: 'booking' as const }];
    const next = facts({ claims });
    expect(change({ start: slot.start, end: at('21:00') }, NOW, { actor: host, next })).toMatchObject({ ok: false, code: 'taken' });
    expect(change({ start: slot.start, end: at('23:30') }, NOW, { actor: host })).toMatchObject({ ok: false, code: 'closed' });
  });
});

describe('the rules of the house', () => {
  const longer = { start: slot.start, end: at('21:00') };
  const limits = { minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null, quotas: [] };
  const forYouth = { ...limits, mayBook: false, openTo: ['youth'] };
  const quietNextDoor = (effect: 'warn' | 'refuse') => {
    const use = { start: at('20:30'), end: at('22:00'), occurrenceId: 'other', loudness: 'quiet' as const, effect };
    return facts({ sound: { loudness: 'loud', hasNeighbours: true, nearby: [use] } });
  };

  test('tell of the quiet room next door before it is saved, where the pair only warns', () => {
    const warned = [{ start: at('20:30'), end: at('22:00'), loudness: 'quiet' }];
    expect(change(longer, EARLY, { next: quietNextDoor('warn') })).toMatchObject({ ok: true, value: { nearby: warned } });
    const sooner = { start: at('17:00'), end: at('20:00') };
    expect(change(sooner, EARLY, { next: quietNextDoor('warn') })).toMatchObject({ ok: true, value: { nearby: [] } });
  });

  test('are set aside by staff who say so, each by its name, and by nobody else', () => {
    const group = facts({ rules: forYouth });
    expect(change(longer, EARLY, { next: group, actor: host })).toMatchObject({ ok: false, code: 'not_for_group', groups: ['youth'] });
    expect(change(longer, EARLY, { next: group, actor: host, byException: true })).toMatchObject({
      ok: true,
      value: { setAside: ['not_for_group'] },
    });
    expect(change(longer, EARLY, { next: quietNextDoor('refuse'), actor: host })).toMatchObject({ ok: false, code: 'neighbour' });
    expect(change(longer, EARLY, { next: quietNextDoor('refuse'), actor: host, byException: true })).toMatchObject({
      ok: true,
      value: { setAside: ['neighbour'], nearby: [{ loudness: 'quiet' }] },
    });
    expect(change(longer, EARLY, { next: group, byException: true })).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(change(longer, EARLY, { actor: host, byException: true })).toMatchObject({ ok: true, value: { setAside: [] } });
    const both = { ...quietNextDoor('refuse'), rules: forYouth };
    expect(change(longer, EARLY, { next: both, actor: host, byException: true })).toMatchObject({
      ok: true,
      value: { setAside: ['not_for_group', 'neighbour'] },
    });
  });

  test('do not give way to an exception where somebody has the room', () => {
    const claims = [{ roomId: 'room', start: at('20:00'), end: at('21:00'), kind: 'booking' as const }];
    const next = facts({ claims, rules: forYouth });
    expect(change(longer, EARLY, { actor: host, byException: true, next })).toMatchObject({ ok: false, code: 'taken' });
  });

  test('ask for an answer before anybody but the hub moves into a room, or within it, that needs one', () => {
    const asked = facts();
    const next = { ...asked, room: { ...asked.room, approvalHours: 24 } };
    const later = { start: at('19:00'), end: at('21:00') };
    expect(change(later, EARLY, { next })).toMatchObject({ ok: false, code: 'needs_answer' });
    expect(change(later, EARLY, { next, actor: host })).toMatchObject({ ok: true });
    expect(change(longer, EARLY, { next })).toMatchObject({ ok: true, value: { kind: 'extend' } });
    expect(change(later, LATE, { next })).toMatchObject({ ok: false, code: 'too_late_to_move' });
  });
});

test('what a card cannot pay, the hub does: a difference is nothing, or three kroner at least', () => {
  const dear = facts();
  const priced = (netPerHourOre: number) => ({
    ...dear,
    card: dear.card && { ...dear.card, rates: dear.card.rates.map((rate) => ({ ...rate, netPerHourOre })) },
  });
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 800 }), fc.constantFrom('card', 'on_account'), (moreOre, paymentMethod) => {
      const known = changeFacts(slot, { actor: host, next: priced(25_000 + moreOre) });
      const booking = { ...known.booking, paymentMethod } as const;
      const moved = decideChange({ ...known, booking }, { slot: { start: at('12:00'), end: at('14:00') }, waive: false }, EARLY);
      if (!moved.ok) throw new Error(moved.code);
      const { money, lines, awaitsPaymentUntil } = moved.value;
      const differenceOre = moreOre * 2;
      const covered = paymentMethod === 'card' && differenceOre > 0 && differenceOre < 300;
      expect(money.dueOre - money.backOre).toBe(covered ? 0 : differenceOre);
      expect(total(linesAfter(lines)) - total(known.occurrence.lines)).toBe(money.dueOre - money.backOre);
      expect(lines.added.some(({ labelNb }) => labelNb.startsWith('Under 3 kr'))).toBe(covered);
      expect(awaitsPaymentUntil === null).toBe(paymentMethod !== 'card' || money.dueOre === 0);
    }),
  );
});

test('what stays costs what it was booked for, whatever the price list says since', () => {
  const dear = facts();
  const rates = (dear.card?.rates ?? []).map((rate) => ({ ...rate, netPerHourOre: 40_000 }));
  const next = { ...dear, card: dear.card && { ...dear.card, rates } };
  expect(change({ start: slot.start, end: at('21:00') }, NOW, { next })).toMatchObject({ ok: true, value: { money: { dueOre: 40_000 } } });
});

const halfHours = fc.tuple(fc.integer({ min: 16, max: 44 }), fc.integer({ min: 2, max: 6 })).map(([from, length]) => {
  const start = addMinutes(at('00:00'), from * 30);
  return { start, end: addMinutes(start, Math.min(length, 46 - from) * 30) };
});

test('lines, money and total agree, and the lines that stay follow each other in time', () => {
  fc.assert(
    fc.property(halfHours, halfHours, fc.boolean(), (before, wanted, waive) => {
      const known = changeFacts(before, { actor: host });
      const decision = decideChange(known, { slot: wanted, waive }, at('00:00'));
      if (!decision.ok) return;
      const { lines, money } = decision.value;
      const after = linesAfter(lines);
      expect(total(after) - total(known.occurrence.lines)).toBe(money.dueOre - money.backOre);
      expect(total(lines.kept) + total(lines.replaced)).toBe(total(known.occurrence.lines));
      const hours = after.filter(({ kind }) => kind === 'room').reduce((sum, line) => sum + line.quantityMilli, 0);
      expect((hours * 60) / 1_000).toBe((wanted.end.getTime() - wanted.start.getTime()) / 60_000);
      if (waive) expect([money.dueOre, money.backOre]).toEqual([0, 0]);
    }),
  );
});

test('nobody gains by changing before calling off', () => {
  fc.assert(
    fc.property(halfHours, halfHours, fc.integer({ min: 0, max: 40 }), (before, wanted, step) => {
      const known = changeFacts(before);
      const now = addMinutes(at('00:00'), step * 30);
      const decision = decideChange(known, { slot: wanted, waive: false }, now);
      if (!decision.ok) return;
      const { lines, money } = decision.value;
      const { policy } = known.booking;
      const refundable = total(linesAfter(lines).filter(({ kind }) => kind !== 'retained'));
      const byChanging = money.backOre - money.dueOre + (refundable * refundShare(policy, wanted.start, now)) / 10_000;
      const atOnce = (total(known.occurrence.lines) * refundShare(policy, before.start, now)) / 10_000;
      expect(byChanging).toBeLessThanOrEqual(atOnce + 1);
    }),
  );
});
