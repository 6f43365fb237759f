/** What must happen to the access of occurrences, so that it fits when and where they are. Pure. */
import { withRig } from '../../rooms/rig-time';
import { accessWindow, type AccessWindow } from '../booking-access';

/** An occurrence that somebody may come to. */
export interface Stay {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Time to rig belongs to the stay: the door opens for it. */
  readonly rigBeforeMinutes?: number;
  readonly rigAfterMinutes?: number;
}

/** The access an occurrence has already. */
export interface GivenAccess extends AccessWindow {
  readonly occurrenceId: string;
  readonly buildingId: string;
  /** The building the occurrence is in now. */
  readonly wantedBuildingId: string;
  readonly revoked: boolean;
}

export interface WantedAccess extends AccessWindow {
  readonly occurrenceId: string;
  /** Until when nobody else gets the code, in this building. */
  readonly reservedUntil: Date;
}

/** News about one access, for whatever opens the door. `changed`: other times or another room, and maybe another code. */
export interface AccessChange {
  readonly grantId: string;
  readonly kind: 'granted' | 'changed' | 'revoked';
}

export interface AccessPlan {
  readonly issue: readonly WantedAccess[];
  /** `sameCode`: the code stays when it can; one that was taken back, or of another building, is never used again. */
  readonly change: readonly (WantedAccess & { readonly sameCode: boolean })[];
}

/** A code that has been out is not given to anybody else for so long. The database refuses less. */
const CODE_REST_MS = 90 * 24 * 60 * 60_000;

/** Occurrences without access get one; access that does not fit any more follows; the rest is left alone, so that it may be asked twice. */
export function planAccess(stays: readonly Stay[], given: readonly GivenAccess[]): AccessPlan {
  const byOccurrence = new Map(given.map((access) => [access.occurrenceId, access]));
  const issue: WantedAccess[] = [];
  const change: (WantedAccess & { sameCode: boolean })[] = [];
  for (const stay of stays) {
    const wanted = wantedAccess(stay);
    const has = byOccurrence.get(stay.id);
    if (!has) issue.push(wanted);
    else if (!fits(has, wanted)) change.push({ ...wanted, sameCode: !has.revoked && has.buildingId === has.wantedBuildingId });
  }
  return { issue, change };
}

function wantedAccess({ id, startsAt, endsAt, rigBeforeMinutes = 0, rigAfterMinutes = 0 }: Stay): WantedAccess {
  const rig = { beforeMinutes: rigBeforeMinutes, afterMinutes: rigAfterMinutes };
  const window = accessWindow(withRig({ start: startsAt, end: endsAt }, rig));
  return { occurrenceId: id, ...window, reservedUntil: new Date(window.closesAt.getTime() + CODE_REST_MS) };
}

function fits(has: GivenAccess, wanted: AccessWindow): boolean {
  return (
    !has.revoked &&
    has.buildingId === has.wantedBuildingId &&
    has.opensAt.getTime() === wanted.opensAt.getTime() &&
    has.closesAt.getTime() === wanted.closesAt.getTime()
  );
}
