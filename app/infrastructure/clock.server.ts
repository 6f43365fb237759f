/** The present moment. Routes and jobs read it once and hand it down; everything below takes `now` as a parameter. */
export const now = (): Date => new Date();
