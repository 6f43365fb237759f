import { pointIn, type BuildingPlan, type PlannedRoom, type PointInBuilding } from './building-plan';
import { FarSide, Foundation, lowWall, NearSide } from './building-shell';
import { pointList, type Point } from './projection';
import type { RoomState, YardRoom } from './yard-types';

/** The fills that the yard defines once for all rooms. */
export type YardPatterns = { hatch: string; dots: string };

type BuildingProps = {
  plan: BuildingPlan;
  rooms: ReadonlyMap<number, YardRoom>;
  patterns: YardPatterns;
  mini: boolean;
  highlight: number | undefined;
};

type Floor = { room: PlannedRoom; start: number; corners: readonly Point[]; centre: Point };

function floorsOf(plan: BuildingPlan, at: PointInBuilding): Floor[] {
  const [back, front] = plan.across;
  const labelAcross = (back + front) / 2 + (front - back) * 0.08;
  let start = plan.along[0];
  return plan.rooms.map((room) => {
    const from = start;
    const to = from + room.length;
    start = to;
    return {
      room,
      start: from,
      corners: [at(from, back), at(to, back), at(to, front), at(from, front)],
      centre: at((from + to) / 2, labelAcross),
    };
  });
}

/** One building with the front half of its roof lifted off, drawn back to front. */
export function Building({ plan, rooms, patterns, mini, highlight }: BuildingProps) {
  const at = pointIn(plan);
  const floors = floorsOf(plan, at);
  const roomOf = ({ room }: Floor) => (room.number === undefined ? undefined : rooms.get(room.number));
  return (
    <g>
      <Foundation plan={plan} at={at} />
      {floors.map((floor) => (
        <RoomFloor
          key={floor.start}
          points={pointList(floor.corners)}
          room={roomOf(floor)}
          leased={floor.room.number === undefined}
          {...{ patterns, mini, highlight }}
        />
      ))}
      {floors.slice(1).map(({ start }) => (
        <Partition key={start} at={at} along={start} across={plan.across} />
      ))}
      <FarSide plan={plan} at={at} />
      <NearSide plan={plan} at={at} />
      {floors.map((floor) => {
        const room = roomOf(floor);
        if (!room) return null;
        if (!mini) return <RoomTag key={room.number} room={room} at={floor.centre} />;
        return room.number === highlight && <RoomPin key={room.number} at={floor.centre} />;
      })}
    </g>
  );
}

type RoomFloorProps = Omit<BuildingProps, 'plan' | 'rooms'> & {
  points: string;
  room: YardRoom | undefined;
  leased: boolean;
};

function RoomFloor({ points, room, leased, patterns, mini, highlight }: RoomFloorProps) {
  const state: RoomState = leased ? 'let' : mini ? 'shut' : (room?.state ?? 'shut');
  const hatch = mini ? undefined : { busy: patterns.hatch, shut: patterns.dots, free: undefined, later: undefined, let: undefined }[state];
  const chosen = !mini && room !== undefined && room.number === highlight;
  const floor = (
    <>
      <polygon className={`yard-room yard-${state}`} points={points} />
      {hatch && <polygon className="yard-hatch" points={points} fill={`url(#${hatch})`} />}
    </>
  );
  if (mini || !room?.href) return <g className={chosen ? 'yard-chosen' : undefined}>{floor}</g>;
  return (
    <a className={chosen ? 'yard-link yard-chosen' : 'yard-link'} href={room.href} aria-label={`${room.name}, ${room.stateLabel}`}>
      {floor}
    </a>
  );
}

type PartitionProps = { at: PointInBuilding; along: number; across: readonly [number, number] };

function Partition({ at, along, across: [back, front] }: PartitionProps) {
  const height = lowWall * 0.55;
  const corners = [at(along, back), at(along, front), at(along, front, height), at(along, back, height)];
  return <polygon className="yard-partition" points={pointList(corners)} />;
}

function RoomTag({ room, at: [x, y] }: { room: YardRoom; at: Point }) {
  return (
    <g className={`yard-tag yard-tag-${room.state}`} aria-hidden="true">
      <circle cx={x} cy={y} r="12.5" />
      <text x={x} y={y + 0.5}>
        {room.number}
      </text>
    </g>
  );
}

function RoomPin({ at: [x, y] }: { at: Point }) {
  return (
    <g className="yard-pin">
      <path d={`M${x} ${y}l-22 -38a25 25 0 1 1 44 0z`} />
      <circle cx={x} cy={y - 52} r="9" />
    </g>
  );
}
