/** A point on the picture. */
export type Point = readonly [x: number, y: number];

export const pictureWidth = 720;
export const pictureHeight = 560;

const centre = { x: 360, y: 292 };

/** Units of the plan to units of the picture. */
export const planScale = 1.16;

const round = (value: number) => Math.round(value * 10) / 10;

/** From the plan (x to the south-east, y to the south-west, z up) to the picture. */
export function project(x: number, y: number, z = 0): Point {
  return [round(centre.x + (x - y) * 0.84 * planScale), round(centre.y + (x + y) * 0.6 * planScale - z * planScale)];
}

/** The `points` of a polygon or polyline. */
export function pointList(points: readonly Point[]): string {
  return points.map((point) => point.join(',')).join(' ');
}

/** Many separate lines as the `d` of one path. */
export function linePath(lines: readonly (readonly [Point, Point])[]): string {
  return lines.map(([from, to]) => `M${from.join(' ')}L${to.join(' ')}`).join('');
}
