import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../app/lib/interval';
import { paddedInterval } from '../../../app/modules/availability/claim';
import type { RoomWithRules } from '../../../app/modules/rooms/room.queries.server';
import type { Customer } from '../../../prisma/seed/customers';
import { type Plan, planBookings } from '../../../prisma/seed/plan-bookings';
import { createRandom } from '../../../prisma/seed/random';

const NOW = new Date('2026-11-24T14:10:00Z');

const HALL: RoomWithRules = {
  room: {
    ...{ id: 'hall', slug: 'storsalen', name: 'Storsalen', kind: 'dissemination', buildingSlug: 'laven', capacity: 150, bookable: true },
    ...{
      setupMinutes: 30,
      cleanupMinutes: 30,
      minMinutes: 120,
      maxMinutes: 720,
      noticeMinutes: 1_440,
      horizonDays: 365,
      approvalHours: null,
    },
  },
  about: { planNumber: 1, squareMetres: 212, stepFree: true, buildingName: 'Låven', whole: null, parts: [] },
  openingRules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: 480,
    toMinute: 1_440,
    validFrom: '2025-01-01',
    validTo: null,
  })),
  exceptions: [],
  policy: [],
  sound: { soundClass: 'ordinary', neighbours: [] },
};

const CUSTOMER: Customer = {
  ...{ personId: 'p', organisationId: null, groups: [], vatRegistered: false, onAccount: false },
  ...{ rooms: ['storsalen'], purposes: ['Konsert'], weight: 1 },
};

const PLAN: Plan = { rooms: [HALL], customers: [CUSTOMER], from: '2026-09-01', to: '2027-02-28', now: NOW, taken: [] };

describe('the plan of bookings', () => {
  it('is the same for the same seed, and another for another', () => {
    const plan = (seed: string) => planBookings(PLAN, createRandom(seed)).map(({ slot, outcome }) => [slot, outcome]);
    expect(plan('a')).toEqual(plan('a'));
    expect(plan('a')).not.toEqual(plan('b'));
  });

  it('never lets two that keep the room meet, set-up and clean-up included', () => {
    const kept = planBookings(PLAN, createRandom('a')).filter(({ outcome }) => outcome === 'kept' || outcome === 'no_show');
    expect(kept.length).toBeGreaterThan(40);
    const claims = kept.map(({ slot }) => paddedInterval(HALL.room, slot));
    claims.forEach((claim, index) => {
      const next = claims[index + 1];
      if (next) expect(overlaps(claim, next)).toBe(false);
    });
  });

  it('keeps out of what is taken', () => {
    const taken = { roomId: 'hall', start: new Date('2026-11-30T00:00:00Z'), end: new Date('2026-12-14T00:00:00Z') };
    const planned = planBookings({ ...PLAN, taken: [taken] }, createRandom('a'));
    expect(planned.filter(({ slot }) => overlaps(slot, taken))).toEqual([]);
  });

  it('books nothing that has yet to be booked', () => {
    expect(planBookings(PLAN, createRandom('a')).filter(({ bookedAt }) => bookedAt >= NOW)).toEqual([]);
  });
});
