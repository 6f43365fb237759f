import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessWindow } from '../booking-access';
import { type GivenAccess, planAccess, type Stay } from './access-change';

const stay: Stay = { id: 'o', startsAt: new Date('2026-11-22T17:00:00Z'), endsAt: new Date('2026-11-22T19:00:00Z') };
const window = accessWindow({ start: stay.startsAt, end: stay.endsAt });
const given: GivenAccess = { occurrenceId: 'o', ...window, buildingId: 'b', wantedBuildingId: 'b', revoked: false };

describe('access to the doors', () => {
  test('is issued to an occurrence that has none, and its code rests for 90 days after', () => {
    const plan = planAccess([stay], []);
    expect(plan).toEqual({
      issue: [{ occurrenceId: 'o', ...window, reservedUntil: new Date('2027-02-20T19:15:00Z') }],
      change: [],
    });
  });

  test('is left alone while it fits', () => expect(planAccess([stay], [given])).toEqual({ issue: [], change: [] }));

  test.each([
    ['other times keep the code', { opensAt: new Date(0) }, true],
    ['another building gets a new code', { wantedBuildingId: 'c' }, false],
    ['what was taken back gets a new code', { revoked: true }, false],
  ])('follows: %s', (_, difference, sameCode) => {
    expect(planAccess([stay], [{ ...given, ...difference }])).toMatchObject({ issue: [], change: [{ occurrenceId: 'o', sameCode }] });
  });

  test('is planned at most once an occurrence, and not at all a second time', () => {
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 20 })),
        fc.uniqueArray(fc.integer({ min: 0, max: 20 })),
        start,
        (ids, has, at) => {
          const stays = ids.map((id) => ({ id: String(id), startsAt: at, endsAt: new Date(at.getTime() + 3_600_000) }));
          const before = has.map((id) => ({ ...given, occurrenceId: String(id) }));
          const plan = planAccess(stays, before);
          const touched = [...plan.issue, ...plan.change];
          expect(new Set(touched.map(({ occurrenceId }) => occurrenceId)).size).toBe(touched.length);
          const after = touched.map(({ reservedUntil: _, ...access }) => ({ ...given, ...access }));
          const kept = before.filter(({ occurrenceId }) => !touched.some((access) => access.occurrenceId === occurrenceId));
          expect(planAccess(stays, [...after, ...kept])).toEqual({ issue: [], change: [] });
        },
      ),
    );
  });
});
