import { expect, it } from 'vitest';
import { type RentRollRoom, rentRollSums, type Tenancy } from './rent-roll';

const tenancy = (leaseId: string, netOre: number, more: Partial<Tenancy> = {}): Tenancy => ({
  ...{ leaseId, netOre, number: 1, who: 'Band', state: 'running', startsOn: '2026-01-01', endsOn: null, internal: false, times: [] },
  ...more,
});
const unit = (squareMetres: number, tenancies: Tenancy[] = [], bookable = false): RentRollRoom => ({
  ...{ id: 'u', slug: 'u', name: 'U', buildingName: 'B', squareMetres, bookable, tenancies },
});

it('adds up what is let and what stands empty, at the price of the let metres', () => {
  const rooms = [unit(20, [tenancy('a', 400_000)]), unit(10), unit(30, [tenancy('b', 90_000)], true)];
  expect(rentRollSums(rooms, '2026-11-22')).toEqual({
    ...{ letSquareMetres: 20, vacantSquareMetres: 10, rentOre: 490_000, vacancyOre: 200_000 },
  });
});

it('counts neither what has not begun nor what is over as let', () => {
  const rooms = [unit(20, [tenancy('a', 1, { startsOn: '2026-12-01' })]), unit(10, [tenancy('b', 2, { endsOn: '2026-11-22' })])];
  expect(rentRollSums(rooms, '2026-11-22')).toEqual({ letSquareMetres: 0, vacantSquareMetres: 30, rentOre: 0, vacancyOre: 0 });
});

it('asks more for many empty metres than for the few that are let', () => {
  expect(rentRollSums([unit(10, [tenancy('a', 100_001)]), unit(25)], '2026-11-22').vacancyOre).toBe(250_003);
});
