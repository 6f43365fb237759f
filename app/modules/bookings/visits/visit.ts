/** A visit: somebody is in the room for one occurrence, from a little before it until they have left. Pure. */
import { addMinutes, type Interval } from '~/lib/interval';
import { type Actor, can, type Subject } from '../../identity/permissions';
import type { OccurrenceState } from '../booking';
import { accessWindow } from '../booking-access';

/** Who stands at the door: a person who is signed in, or somebody who has shown the reference and the door code of one occurrence. */
export interface Visitor {
  readonly actor: Actor;
  /** The occurrence whose code was shown, or null. */
  readonly passFor: string | null;
}

export interface VisitSubject extends Subject {
  readonly occurrenceId: string;
}

export function mayVisit({ actor, passFor }: Visitor, subject: VisitSubject): boolean {
  return passFor === subject.occurrenceId || can(actor, 'visit.use', subject);
}

/** How long after the end the room can be handed over and damage told of. */
const AFTERWARDS_MINUTES = 12 * 60;

/** From when the door opens until some hours after the end. */
export function visitWindow(slot: Interval): Interval {
  return { start: accessWindow(slot).opensAt, end: addMinutes(slot.end, AFTERWARDS_MINUTES) };
}

export type VisitPhase = 'before' | 'here' | 'after' | 'over';

/** Before the door opens; while it does; in the hours afterwards; later than that. */
export function visitPhase(slot: Interval, now: Date): VisitPhase {
  const { opensAt } = accessWindow(slot);
  if (now < opensAt) return 'before';
  if (now < slot.end) return 'here';
  return now < visitWindow(slot).end ? 'after' : 'over';
}

const VISITED: readonly OccurrenceState[] = ['confirmed', 'completed', 'no_show'];

/** Whether anybody comes at all. */
export function isVisited(state: OccurrenceState): boolean {
  return VISITED.includes(state);
}

/** Of a booking's occurrences the one that a visitor means now: the one under way, else the next, else the last. In order of time. */
export function occurrenceAt<T extends Interval>(occurrences: readonly T[], now: Date): T | null {
  const here = occurrences.find((slot) => visitPhase(slot, now) === 'here');
  // Just over, and another one not before tomorrow: they are on their way out.
  const leaving = occurrences.findLast((slot) => visitPhase(slot, now) === 'after');
  const next = occurrences.find((slot) => visitPhase(slot, now) === 'before');
  return here ?? leaving ?? next ?? occurrences.at(-1) ?? null;
}
