/** The colours of the drawings: wood, red, straw, spruce, ink and cream, each with a shade. */
export const paint = {
  wood: '#d9b98a',
  woodShade: '#c4a273',
  red: '#9b2f22',
  redShade: '#7e2318',
  straw: '#e2a93b',
  strawShade: '#b57d17',
  spruce: '#2f5d50',
  spruceLight: '#3f7263',
  ink: '#1f1a17',
  inkLight: '#564e48',
  cream: '#f7f2ea',
  creamShade: '#ebe2d4',
  stone: '#8b827a',
  oak: '#5a4632',
} as const;
