import type { NeighbourEffect, SoundClass } from '~/modules/rooms/sound-class';

/** How loud it usually is in the rooms that are not ordinary. */
export const SOUNDS: Readonly<Record<string, SoundClass>> = {
  'ovingsrom-1': 'loud',
  'ovingsrom-2': 'loud',
  'ovingsrom-3': 'loud',
  'ovingsrom-4': 'loud',
  'ovingsrom-5': 'loud',
  verkstedet: 'loud',
  lydstudio: 'quiet',
  vokalrommet: 'quiet',
};

/** Rooms that hear each other: the hall above a rehearsal room, the studio below the parlour, and the smithy across the yard. */
export const NEIGHBOURS: readonly { readonly rooms: readonly [string, string]; readonly effect: NeighbourEffect }[] = [
  { rooms: ['hoyloftet', 'ovingsrom-2'], effect: 'warn' },
  { rooms: ['lydstudio', 'storstua'], effect: 'refuse' },
  { rooms: ['lydstudio', 'verkstedet'], effect: 'warn' },
];
