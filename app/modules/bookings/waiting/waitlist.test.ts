import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { ok, refuse } from '~/lib/result';
import { decideJoin, type JoinFacts, MOST_ENTRIES, offerDeadline } from './waitlist';

const NOW = new Date('2026-11-23T09:00:00Z');
const inMinutes = (minutes: number) => addMinutes(NOW, minutes);
const slot = { start: inMinutes(2_000), end: inMinutes(2_120) };
const taken = refuse({ code: 'taken', busy: slot });
const join = (more: Partial<JoinFacts> = {}) => decideJoin({ slot, people: 3, capacity: 6, check: taken, entries: 0, ...more }, NOW);

describe('an offer', () => {
  test('stands for twelve hours, but ends an hour before the start', () => {
    expect(offerDeadline(inMinutes(2_000), NOW)).toEqual(inMinutes(720));
    expect(offerDeadline(inMinutes(300), NOW)).toEqual(inMinutes(240));
  });

  test('is not made when nobody could answer it', () => {
    expect(offerDeadline(inMinutes(90), NOW)).toEqual(inMinutes(30));
    expect(offerDeadline(inMinutes(89), NOW)).toBeNull();
  });
});

describe('joining a waiting list', () => {
  test('is for times that somebody else has, or is paying for', () => {
    expect(join()).toEqual({ ok: true, value: null });
    expect(join({ check: refuse({ code: 'held', busy: slot, holdExpiresAt: inMinutes(10) }) })).toEqual({ ok: true, value: null });
  });

  test.each([
    ['when it is free', { check: ok(slot) }, { code: 'free' }],
    ['when the house is closed', { check: refuse({ code: 'not_bookable' as const }) }, { code: 'not_bookable' }],
    [
      'for one’s own booking',
      { check: refuse({ code: 'own_booking' as const, busy: slot, bookingId: 'b', unpaid: false }) },
      { code: 'own_booking' },
    ],
    ['for more people than the room takes', { people: 7 }, { code: 'too_many_people', capacity: 6 }],
    ['when it begins in an hour', { slot: { start: inMinutes(60), end: inMinutes(120) } }, { code: 'too_late' }],
    ['for whoever stands in every line', { entries: MOST_ENTRIES }, { code: 'too_many_entries', limit: MOST_ENTRIES }],
  ] as [string, Partial<JoinFacts>, object][])('is refused %s', (_, facts, refusal) => {
    expect(join(facts)).toMatchObject({ ok: false, ...refusal });
  });
});
