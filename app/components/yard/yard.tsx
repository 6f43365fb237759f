import { useId } from 'react';
import { Building } from './building';
import { barn, buildings, mainHouse, smithy, stable, storehouse, type BuildingId, type BuildingPlan } from './building-plan';
import { pictureHeight, pictureWidth } from './projection';
import { Flag, Gravel, Spruce, Well, YardTree } from './trees';
import type { YardRoom } from './yard-types';

export type YardProps = {
  rooms: readonly YardRoom[];
  /** What the picture is. Say that the same stands in the list beside it. */
  label: string;
  buildingNames: Record<BuildingId, string>;
  /** All rooms pale, no names, one pin at `highlight`. */
  mini?: boolean | undefined;
  /** The number of the room to point out. */
  highlight?: number | undefined;
};

/** The yard with its five buildings. Rooms carry their state and are links. */
export function Yard({ rooms, label, buildingNames, mini = false, highlight }: YardProps) {
  const id = useId().replaceAll(':', '');
  const patterns = { hatch: `${id}-hatch`, dots: `${id}-dots` };
  const byNumber = new Map(rooms.map((room) => [room.number, room]));
  const building = (plan: BuildingPlan) => <Building plan={plan} rooms={byNumber} {...{ patterns, mini, highlight }} />;
  return (
    <svg
      className={mini ? 'yard yard-mini' : 'yard'}
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      role={mini ? 'img' : 'group'}
      aria-label={label}
    >
      {!mini && <FloorPatterns {...patterns} />}
      <Gravel />
      <Spruce x={-130} y={-196} size={0.8} />
      <Spruce x={-168} y={-168} size={1} />
      <Spruce x={-196} y={-146} size={0.75} />
      {building(mainHouse)}
      {building(barn)}
      <YardTree x={-5} y={-5} />
      <Well x={70} y={-70} />
      <Flag x={14} y={104} />
      <Spruce x={-158} y={172} size={0.95} />
      <Spruce x={-128} y={190} size={0.7} />
      {building(storehouse)}
      <Spruce x={160} y={-138} size={0.9} />
      <Spruce x={192} y={-116} size={0.7} />
      {building(stable)}
      <Spruce x={218} y={64} size={0.7} />
      <Spruce x={222} y={104} size={0.9} />
      {building(smithy)}
      <Spruce x={70} y={222} size={0.7} />
      {!mini && buildings.map((plan) => <BuildingName key={plan.id} plan={plan} name={buildingNames[plan.id]} />)}
    </svg>
  );
}

function FloorPatterns({ hatch, dots }: { hatch: string; dots: string }) {
  return (
    <defs>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="yard-hatch-line" d="M0 0v7" />
      </pattern>
      <pattern id={dots} width="9" height="9" patternUnits="userSpaceOnUse">
        <circle className="yard-dot" cx="2" cy="2" r="1.2" />
      </pattern>
    </defs>
  );
}

function BuildingName({ plan, name }: { plan: BuildingPlan; name: string }) {
  const { at, anchor } = plan.name;
  return (
    <text className="yard-building-name" x={at[0]} y={at[1]} textAnchor={anchor} aria-hidden="true">
      {name}
    </text>
  );
}
