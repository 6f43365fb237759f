import { describe, expect, test } from 'vitest';
import type { Actor, MembershipRole, StaffRoleName } from '../../identity/permissions';
import type { OccurrenceState } from '../booking';
import { type ClosureFacts, mayRead, type OccurrenceFacts, seenEntries, TOLD_STATES } from './calendar-feed';

const BAND = 'band';
const OWN = { organisationId: null, roomId: null };
const OF_BAND = { organisationId: BAND, roomId: null };
const OF_ROOM = { organisationId: null, roomId: 'room' };

const person = (staffRoles: StaffRoleName[] = [], role?: MembershipRole): Actor => ({
  personId: 'ida',
  staffRoles,
  memberships: role ? [{ organisationId: BAND, role }] : [],
});

const occurrence: OccurrenceFacts = {
  kind: 'occurrence',
  occurrenceId: 'occurrence',
  maskedId: 'masked',
  bookingId: 'booking',
  state: 'confirmed',
  start: new Date('2026-11-21T17:00:00Z'),
  end: new Date('2026-11-21T19:00:00Z'),
  sequence: 3,
  stampedAt: new Date('2026-11-20T10:00:00Z'),
  personId: 'jonas',
  personName: 'Jonas Lid',
  organisationId: BAND,
  organisationName: 'Kald Kaffe',
  purpose: 'Øving',
  roomName: 'Øvingsrom 2',
  buildingName: 'Låven',
  entrance: { nb: 'Inn', en: 'In' },
};
const closure: ClosureFacts = {
  kind: 'closure',
  claimId: 'claim',
  start: occurrence.start,
  end: occurrence.end,
  stampedAt: occurrence.stampedAt,
  reason: { nb: 'Vask', en: 'Cleaning' },
};

describe('a room’s calendar', () => {
  test('names nobody to a musician, not even by the id of the booking', () => {
    const entries = seenEntries(person([], 'contact'), OF_ROOM, [occurrence, closure]);
    expect(entries).toMatchObject([
      { uid: 'masked@sundbytunet', sequence: 3, told: { kind: 'busy' } },
      { uid: 'claim@sundbytunet', told: { kind: 'closed', reason: { nb: 'Vask' } } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Kald Kaffe|Jonas|"occurrence|booking"|Øving"/);
  });

  test.each([
    ['manager', 'who'],
    ['host', 'who'],
    ['bookkeeper', 'busy'],
    ['coordinator', 'busy'],
  ] as const)('tells a %s: %s', (role, kind) => {
    expect(seenEntries(person([role]), OF_ROOM, [occurrence])[0]?.told.kind).toBe(kind);
  });

  test('names the person where there is no organisation', () => {
    const [entry] = seenEntries(person(['host']), OF_ROOM, [{ ...occurrence, organisationId: null, organisationName: null }]);
    expect(entry?.told).toMatchObject({ who: 'Jonas Lid' });
  });
});

describe('a band’s calendar', () => {
  test.each([
    ['contact', 'booking'],
    ['billing', 'booking'],
    ['booker', 'booking'],
    ['member', 'where'],
  ] as const)('tells a %s: %s', (role, kind) => {
    expect(seenEntries(person([], role), OF_BAND, [occurrence])).toMatchObject([{ uid: 'occurrence@sundbytunet', told: { kind } }]);
  });

  test('is empty for whoever is no member any more, staff or not', () => {
    expect(mayRead(person(['manager']), OF_BAND)).toBe(false);
    expect(seenEntries(person(['manager']), OF_BAND, [occurrence])).toEqual([]);
    expect(seenEntries(person(), OF_BAND, [occurrence])).toEqual([]);
  });
});

describe('one’s own calendar', () => {
  test('tells all of what one has booked, and of a band’s what one may know', () => {
    const own = { ...occurrence, personId: 'ida' };
    expect(seenEntries(person([], 'member'), OWN, [own, occurrence]).map(({ told }) => told.kind)).toEqual(['booking', 'where']);
  });
});

test.each([
  ['held', 'TENTATIVE'],
  ['confirmed', 'CONFIRMED'],
  ['completed', 'CONFIRMED'],
  ['no_show', 'CONFIRMED'],
  ['cancelled', 'CANCELLED'],
  ['released', undefined],
  ['refused', undefined],
] as const satisfies readonly (readonly [OccurrenceState, string | undefined])[])('%s is told as %s', (state, status) => {
  expect(seenEntries(person(), OWN, [{ ...occurrence, state, personId: 'ida' }])[0]?.status).toBe(status);
  expect(TOLD_STATES.includes(state)).toBe(status !== undefined);
});
