import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import { BarnDoor, type DoorState } from './barn-door';

export type Door = {
  key: string;
  state: DoorState;
  name: ReactNode;
  /** Sector, or what comes next: "Flytter inn 1. jan." */
  note?: ReactNode;
  href?: string | undefined;
};

export type TenDoorsProps = {
  label: string;
  doors: readonly Door[];
  /** The public page: wall to wall, higher eave. */
  wide?: boolean | undefined;
};

/** The ten permanent actors as doors towards the yard. */
export function TenDoors({ label, doors, wide }: TenDoorsProps) {
  return (
    <div className={classNames('ten-doors', !wide && 'ten-doors-narrow')}>
      <div className={classNames('eave', !wide && 'eave-low')} />
      <div className={classNames('door-wall', wide && 'door-wall-wide')} role="region" aria-label={label} tabIndex={0}>
        <ul className="doors">
          {doors.map((door, place) => (
            <li key={door.key} className={`door door-${door.state}`}>
              <BarnDoor state={door.state} place={place} />
              <DoorPlate name={door.name} note={door.note} href={door.href} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function DoorPlate({ name, note, href }: Pick<Door, 'name' | 'note' | 'href'>) {
  const words = (
    <>
      <b>{name}</b>
      {note}
    </>
  );
  if (!href) return <div className="door-plate">{words}</div>;
  return (
    <a className="door-plate" href={href}>
      {words}
    </a>
  );
}
