/** How loud rooms and what is done in them are, and what the house says to a loud use beside a quiet one. */

/**
 * quiet: needs silence, such as recording · ordinary: talk and easy music, neither disturbs nor is disturbed · loud: drums, amplifiers.
 * A room's class says what is usual in it; a booking may say otherwise.
 */
export const SOUND_CLASSES = ['quiet', 'ordinary', 'loud'] as const;
export type SoundClass = (typeof SOUND_CLASSES)[number];

/** warn: say so before booking, and let them book · refuse: one of the two cannot be had. */
export const NEIGHBOUR_EFFECTS = ['warn', 'refuse'] as const;
export type NeighbourEffect = (typeof NEIGHBOUR_EFFECTS)[number];

/** Null for what is no class. */
export function asSoundClass(typed: unknown): SoundClass | null {
  return SOUND_CLASSES.find((known) => known === typed) ?? null;
}

/** Whether two uses at once do not go together: one is loud and the other needs silence. */
export function disturb(a: SoundClass, b: SoundClass): boolean {
  return (a === 'loud' && b === 'quiet') || (a === 'quiet' && b === 'loud');
}
