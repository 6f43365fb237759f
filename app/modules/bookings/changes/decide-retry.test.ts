import { expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { at, facts, host, NOW, request, slot } from '../../../../tests/support/booking-samples';
import { decideRetry, type RetryFacts, type RetriedDate } from './decide-retry';

const was = { roomId: 'room', slot };

function dateAt(minutes: number, more: Partial<RetriedDate> = {}): RetriedDate {
  const wanted = { start: addMinutes(slot.start, minutes), end: addMinutes(slot.end, minutes) };
  return { occurrenceId: `at-${minutes}`, state: 'refused', was, facts: facts(), request: request({ slot: wanted }), ...more };
}

function decide(dates: readonly RetriedDate[], more: Partial<RetryFacts['booking']> = {}, actor = facts().actor) {
  const booking = { personId: 'musician', organisationId: null, state: 'confirmed', paymentMethod: 'card', nextPosition: 7 } as const;
  return decideRetry({ actor, booking: { ...booking, ...more }, dates }, NOW);
}

test('dates that have come free are priced, numbered after all that the booking has had, and kept while they are paid', () => {
  const decision = decide([dateAt(0), dateAt(-180)]);
  expect(decision).toMatchObject({ ok: true, value: { totalOre: 100_000, awaitsPaymentUntil: at('12:35') } });
  const lines = decision.ok ? decision.value.dates.flatMap((date) => (date.ok ? date.value.lines.added : [])) : [];
  expect(lines.map(({ position }) => position)).toEqual([7, 8]);
});

test('one date is in the way of another, and each keeps its own reason', () => {
  const decision = decide([dateAt(0), dateAt(60)]);
  expect(decision).toMatchObject({
    value: { dates: [{ ok: true }, { ok: false, code: 'taken', occurrenceId: 'at-60' }], totalOre: 50_000 },
  });
});

test('a room that asks the house first is not had this way, except by the house', () => {
  const asked = facts({ room: { ...facts().room, approvalHours: 72 } });
  expect(decide([dateAt(0, { facts: asked })])).toMatchObject({ value: { dates: [{ code: 'needs_answer' }] } });
  expect(decide([dateAt(0, { facts: { ...asked, actor: host } })], {}, host)).toMatchObject({ value: { dates: [{ ok: true }] } });
});

test('what is booked already, or a booking that is not agreed, has no second try', () => {
  expect(decide([dateAt(0, { state: 'confirmed' })])).toMatchObject({ value: { dates: [{ code: 'not_refused' }], totalOre: 0 } });
  expect(decide([dateAt(0)], { state: 'cancelled' })).toEqual({ ok: false, code: 'not_confirmed' });
  expect(decide([dateAt(0)], { personId: 'somebody' })).toEqual({ ok: false, code: 'not_allowed' });
});
