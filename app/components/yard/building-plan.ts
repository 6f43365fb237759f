import { project, type Point } from './projection';

export type BuildingId = 'barn' | 'main-house' | 'storehouse' | 'stable' | 'smithy';
export type Paint = 'red' | 'white' | 'ochre' | 'stone';

/** A room's place in its building: its number in the list beside, and its length along the building. */
export type PlannedRoom = { number: number | undefined; length: number };

export type BuildingPlan = {
  id: BuildingId;
  /** The plan's axis that the building lies along. */
  axis: 'x' | 'y';
  along: readonly [from: number, to: number];
  across: readonly [from: number, to: number];
  rooms: readonly PlannedRoom[];
  paint: Paint;
  wall: number;
  roof: number;
  /** Above the ground, for a house on posts. */
  lift: number;
  name: { at: Point; anchor: 'start' | 'middle' | 'end' };
};

export const mainHouse: BuildingPlan = {
  id: 'main-house',
  axis: 'x',
  along: [-75, 130],
  across: [-195, -128],
  rooms: [
    { number: 10, length: 85 },
    { number: 8, length: 70 },
    { number: 9, length: 50 },
  ],
  paint: 'white',
  wall: 34,
  roof: 30,
  lift: 0,
  name: { at: [712, 72], anchor: 'end' },
};

export const barn: BuildingPlan = {
  id: 'barn',
  axis: 'y',
  along: [-120, 125],
  across: [-205, -112],
  rooms: [
    { number: 1, length: 100 },
    { number: 2, length: 55 },
    { number: 3, length: 42 },
    { number: 4, length: 48 },
  ],
  paint: 'red',
  wall: 30,
  roof: 44,
  lift: 0,
  name: { at: [132, 112], anchor: 'end' },
};

export const storehouse: BuildingPlan = {
  id: 'storehouse',
  axis: 'x',
  along: [-75, -20],
  across: [140, 190],
  rooms: [{ number: 11, length: 55 }],
  paint: 'ochre',
  wall: 24,
  roof: 26,
  lift: 12,
  name: { at: [140, 456], anchor: 'middle' },
};

/** Its last room is let to a tenant and has no number. */
export const stable: BuildingPlan = {
  id: 'stable',
  axis: 'y',
  along: [-78, 108],
  across: [132, 198],
  rooms: [
    { number: 5, length: 46 },
    { number: 6, length: 50 },
    { number: 7, length: 40 },
    { number: undefined, length: 50 },
  ],
  paint: 'red',
  wall: 24,
  roof: 32,
  lift: 0,
  name: { at: [712, 404], anchor: 'end' },
};

export const smithy: BuildingPlan = {
  id: 'smithy',
  axis: 'x',
  along: [88, 152],
  across: [150, 200],
  rooms: [{ number: 12, length: 64 }],
  paint: 'stone',
  wall: 20,
  roof: 26,
  lift: 0,
  name: { at: [384, 540], anchor: 'start' },
};

export const buildings: readonly BuildingPlan[] = [mainHouse, barn, storehouse, stable, smithy];

/** Picks the point of a building: along it, across it, and up from its floor. */
export type PointInBuilding = (along: number, across: number, up?: number) => Point;

export function pointIn({ axis, lift }: BuildingPlan): PointInBuilding {
  return (along, across, up = 0) => (axis === 'x' ? project(along, across, up + lift) : project(across, along, up + lift));
}
