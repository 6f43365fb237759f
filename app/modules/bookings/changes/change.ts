/** A change of an occurrence that was agreed. */
import type { Interval } from '~/lib/interval';

/**
 * move: another time or room · shorten: only less of it · extend: only more of it · overrun: used longer than booked, found out
 * afterwards · undo: the one before taken back · retry: a date that could not be had, had after all.
 */
export type ChangeKind = 'move' | 'shorten' | 'extend' | 'overrun' | 'undo' | 'retry';

/** awaiting_payment: what is added is kept until it is paid · applied: so it is now · released: nothing came of it. */
export type ChangeState = 'awaiting_payment' | 'applied' | 'released';

/** Where an occurrence is. */
export interface Place {
  readonly roomId: string;
  readonly slot: Interval;
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.roomId === b.roomId && a.slot.start.getTime() === b.slot.start.getTime() && a.slot.end.getTime() === b.slot.end.getTime();
}

/** What of a checkout is paid when it is for changes that are made together, named by the first of them. */
export const changeSubject = (groupId: string) => `change:${groupId}`;

export function changeIdOf(subject: string): string | null {
  return subject.startsWith('change:') ? subject.slice('change:'.length) : null;
}

export function kindOfChange(before: Place, after: Place): 'move' | 'shorten' | 'extend' {
  if (before.roomId !== after.roomId) return 'move';
  const [a, b] = [before.slot, after.slot];
  if (a.start <= b.start && b.end <= a.end) return 'shorten';
  return b.start <= a.start && a.end <= b.end ? 'extend' : 'move';
}
