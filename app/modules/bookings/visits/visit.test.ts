import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { type Actor, VISITOR } from '../../identity/permissions';
import { type CheckInFacts, decideCheckIn } from './decide-check-in';
import { occurrenceAt, visitPhase, visitWindow } from './visit';

const start = new Date('2026-11-22T17:00:00Z');
const end = new Date('2026-11-22T19:00:00Z');
const slot = { start, end };
const after = (minutes: number) => addMinutes(start, minutes);
const person = (more: Partial<Actor> = {}): Actor => ({ personId: 'p', staffRoles: [], memberships: [], ...more });
const facts: CheckInFacts = { occurrenceId: 'o', personId: 'p', organisationId: null, slot, state: 'confirmed' };
const owner = { actor: person(), passFor: null };

describe('a visit', () => {
  test.each([
    [-16, 'before'],
    [-15, 'here'],
    [119, 'here'],
    [120, 'after'],
    [120 + 12 * 60 - 1, 'after'],
    [120 + 12 * 60, 'over'],
  ])('%i minutes after the start: %s', (minutes, phase) => expect(visitPhase(slot, after(minutes))).toBe(phase));

  test('is the one under way, else the one just left, else the next, else the last', () => {
    const evenings = [0, 7, 14].map((days) => ({ start: after(days * 1_440), end: after(days * 1_440 + 120) }));
    const at = (minutes: number) => evenings.indexOf(occurrenceAt(evenings, after(minutes)) ?? slot);
    expect([-60, 30, 180, 2 * 1_440, 7 * 1_440, 30 * 1_440].map(at)).toEqual([0, 0, 0, 1, 1, 2]);
    expect(occurrenceAt([], start)).toBeNull();
  });

  test('is known for as long as it is here or just over', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 3_000 }), (minutes) => {
        const window = visitWindow(slot);
        const inWindow = window.start <= after(minutes) && after(minutes) < window.end;
        expect(inWindow).toBe(['here', 'after'].includes(visitPhase(slot, after(minutes))));
      }),
    );
  });
});

describe('checking in', () => {
  test('works from 15 minutes before the start until the end', () => {
    expect(decideCheckIn(facts, owner, after(-16))).toEqual({ ok: false, code: 'too_early', opensAt: after(-15) });
    expect(decideCheckIn(facts, owner, after(-15))).toEqual({ ok: true, value: { way: 'signed_in' } });
    expect(decideCheckIn(facts, owner, after(119))).toMatchObject({ ok: true });
    expect(decideCheckIn(facts, owner, end)).toMatchObject({ ok: false, code: 'too_late' });
  });

  test.each(['held', 'cancelled', 'released'] as const)('is of no use for a booking that is %s', (state) => {
    expect(decideCheckIn({ ...facts, state }, owner, start)).toMatchObject({ ok: false, code: 'not_confirmed' });
  });

  test.each([
    [
      'a member of the band',
      { ...facts, personId: 'q', organisationId: 'b' },
      { actor: person({ memberships: [{ organisationId: 'b', role: 'member' as const }] }), passFor: null },
      'signed_in',
    ],
    ['the host', { ...facts, personId: 'q' }, { actor: person({ staffRoles: ['host'] }), passFor: null }, 'staff'],
    ['the host with a booking', facts, { actor: person({ staffRoles: ['host'] }), passFor: null }, 'signed_in'],
    ['somebody with the door code', facts, { actor: VISITOR, passFor: 'o' }, 'door_code'],
    ['somebody else with the door code', { ...facts, personId: 'q' }, { actor: person(), passFor: 'o' }, 'door_code'],
  ])('is for %s', (_, about, visitor, way) => expect(decideCheckIn(about, visitor, start)).toEqual({ ok: true, value: { way } }));

  test.each([
    ['a stranger', { actor: person({ personId: 'x' }), passFor: null }],
    ['a visitor', { actor: VISITOR, passFor: null }],
    ['whoever has the code of another booking', { actor: VISITOR, passFor: 'other' }],
    ['the bookkeeper', { actor: person({ personId: 'x', staffRoles: ['bookkeeper'] }), passFor: null }],
  ])('is not for %s', (_, visitor) => expect(decideCheckIn(facts, visitor, start)).toMatchObject({ ok: false, code: 'not_found' }));
});
