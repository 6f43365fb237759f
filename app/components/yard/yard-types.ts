/** How a room's floor is painted: solid green, straw, hatched, dotted, grey. */
export type RoomState = 'free' | 'later' | 'busy' | 'shut' | 'let';

export type YardRoom = {
  /** Its number on the plan and in the list beside. */
  number: number;
  name: string;
  href?: string | undefined;
  state: RoomState;
  /** The state in words, read out with the name. */
  stateLabel: string;
};
