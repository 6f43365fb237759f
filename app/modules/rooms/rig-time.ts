import { addMinutes, type Interval } from '~/lib/interval';

/** Time to rig that a customer asks for around the slot, in elapsed minutes and whole half hours. The room is theirs then as well. */
export interface RigTime {
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
}

export const NO_RIG: RigTime = { beforeMinutes: 0, afterMinutes: 0 };

/** The slot with its time to rig: from when until when somebody is in the room. */
export function withRig(slot: Interval, { beforeMinutes, afterMinutes }: RigTime): Interval {
  return { start: addMinutes(slot.start, -beforeMinutes), end: addMinutes(slot.end, afterMinutes) };
}
