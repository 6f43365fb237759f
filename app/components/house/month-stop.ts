/** The day that an arrow key leads to on a month of whole weeks, by their numbers; −1 when the key leads nowhere. Pure. */
export function monthStop(key: string, from: number, count: number): number {
  const to = from + (STEPS[key] ?? 0);
  return from < 0 || STEPS[key] === undefined || to < 0 || to >= count ? -1 : to;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
