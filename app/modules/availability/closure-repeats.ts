/** How often a closure comes again, as forms say it: every so many weeks, or on the first to fourth or last such weekday of the month. */
export const CLOSURE_REPEATS = [
  'once',
  'weeks-1',
  'weeks-2',
  'weeks-3',
  'weeks-4',
  'month-1',
  'month-2',
  'month-3',
  'month-4',
  'month--1',
] as const;
export type RepeatWord = (typeof CLOSURE_REPEATS)[number];
