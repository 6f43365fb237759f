/** Whether a loud use next door is news to somebody who booked silence before it. */
import { type Interval, overlaps, subtract } from '~/lib/interval';

/** Where an occurrence was before it was moved, with its time to rig; an empty time where it had none. */
export interface PlaceBefore extends Interval {
  readonly occurrenceId: string;
  readonly roomId: string;
}

/** A loud use and a quiet one, of two people, in rooms that hear each other and whose pair warns. */
export interface LoudBeside {
  /** With its time to rig. */
  readonly loud: Interval & { readonly occurrenceId: string; readonly roomId: string };
  readonly quiet: Interval & { readonly bookingId: string; readonly occurrenceId: string; readonly roomName: string };
}

/** A use that was moved is news only where it was not heard before: a shorter evening in the same room is none. */
export function isNews({ loud, quiet }: LoudBeside, moved: readonly PlaceBefore[]): boolean {
  const before = moved.find(({ occurrenceId }) => occurrenceId === loud.occurrenceId);
  if (before?.roomId !== loud.roomId) return true;
  return subtract([loud], [before]).some((time) => overlaps(time, quiet));
}
