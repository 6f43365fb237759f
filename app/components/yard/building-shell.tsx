import type { BuildingPlan, PointInBuilding } from './building-plan';
import { linePath, pointList } from './projection';

/** The near walls are cut low, so that one sees in. */
export const lowWall = 15;

type ShellProps = { plan: BuildingPlan; at: PointInBuilding };

/** Evenly spaced positions strictly between two ends. */
function between(from: number, to: number, parts: number): number[] {
  return Array.from({ length: Math.max(0, parts - 1) }, (_, i) => from + ((to - from) * (i + 1)) / parts);
}

/** The ground under a building and the posts it may stand on. */
export function Foundation({ plan, at }: ShellProps) {
  const {
    along: [start, end],
    across: [back, front],
    lift,
  } = plan;
  const posts = [
    [start + 4, front - 4],
    [end - 4, front - 4],
    [end - 4, back + 4],
  ] as const;
  const corners = [
    at(start - 7, back - 7, -lift),
    at(end + 7, back - 7, -lift),
    at(end + 7, front + 7, -lift),
    at(start - 7, front + 7, -lift),
  ];
  return (
    <>
      <polygon className="yard-plinth" points={pointList(corners)} />
      {lift > 0 && <path className="yard-post" d={linePath(posts.map(([u, v]) => [at(u, v), at(u, v, -lift)]))} />}
    </>
  );
}

/** What stands behind the rooms: far gable, back wall with windows, half the roof. */
export function FarSide({ plan, at }: ShellProps) {
  const {
    along: [start, end],
    across: [back, front],
    wall,
    roof,
    paint,
  } = plan;
  const middle = (back + front) / 2;
  const ridge = wall + roof;
  const panels = between(start, end, Math.round((end - start) / 11));
  const tiles = between(start, end, Math.round((end - start) / 12));
  const windows = [0.2, 0.5, 0.8].map((share) => start + (end - start) * share);
  return (
    <>
      <polygon
        className="yard-gable"
        points={pointList([at(start, back), at(start, front), at(start, front, wall), at(start, middle, ridge), at(start, back, wall)])}
      />
      <polygon
        className="yard-back-wall"
        points={pointList([at(start, back), at(end, back), at(end, back, wall), at(start, back, wall)])}
      />
      <path className="yard-panel-lines" d={linePath(panels.map((u) => [at(u, back), at(u, back, wall)]))} />
      {windows.map((u) => (
        <polygon
          key={u}
          className="yard-window"
          points={pointList([
            at(u - 6, back, wall * 0.42),
            at(u + 6, back, wall * 0.42),
            at(u + 6, back, wall * 0.82),
            at(u - 6, back, wall * 0.82),
          ])}
        />
      ))}
      <polygon
        className={`yard-roof-${paint}`}
        points={pointList([
          at(start - 5, back - 3, wall - 2),
          at(end + 5, back - 3, wall - 2),
          at(end + 5, middle, ridge),
          at(start - 5, middle, ridge),
        ])}
      />
      <path className="yard-roof-lines" d={linePath(tiles.map((u) => [at(u, back - 3, wall - 2), at(u, middle, ridge)]))} />
    </>
  );
}

/** What stands before the rooms: low walls, and the thin line of what was lifted off. */
export function NearSide({ plan, at }: ShellProps) {
  const {
    along: [start, end],
    across: [back, front],
    wall,
    roof,
    paint,
  } = plan;
  const boarded = paint === 'red' || paint === 'ochre';
  const boards = boarded ? between(start, end, Math.round((end - start) / 9)) : [];
  const openGable = [
    at(end, back, lowWall),
    at(end, back, wall),
    at(end, (back + front) / 2, wall + roof),
    at(end, front, wall),
    at(end, front, lowWall),
  ];
  return (
    <>
      <polygon
        className={`yard-front-${paint}`}
        points={pointList([at(start, front), at(end, front), at(end, front, lowWall), at(start, front, lowWall)])}
      />
      <polygon
        className={`yard-side-${paint}`}
        points={pointList([at(end, back), at(end, front), at(end, front, lowWall), at(end, back, lowWall)])}
      />
      {boarded && <path className="yard-boards" d={linePath(boards.map((u) => [at(u, front), at(u, front, lowWall)]))} />}
      <polyline className="yard-cap" points={pointList([at(start, front, lowWall), at(end, front, lowWall), at(end, back, lowWall)])} />
      <polyline className="yard-frame" points={pointList(openGable)} />
      <polyline className="yard-frame" points={pointList([at(start, front, wall), at(end, front, wall)])} />
    </>
  );
}
