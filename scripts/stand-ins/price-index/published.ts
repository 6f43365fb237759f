/**
 * What Statistics Norway has published by a moment, for the demo.
 *
 * Until September 2026 these are numbers of the consumer price index, 2025=100 (Kilde: Statistisk sentralbyrå, tables 14700 and 14710,
 * CC BY 4.0), collected from copies: 2025 whole, and July to September 2026. Everything else is invented, and easily told:
 * the months between lie on a straight line, those after rise by two tenths each. A month comes out on the 10th of the next one, 07:00 UTC.
 */
const KNOWN: Readonly<Record<string, number>> = {
  ...{ '2025-01': 981, '2025-02': 995, '2025-03': 988, '2025-04': 994, '2025-05': 999, '2025-06': 1001 },
  ...{ '2025-07': 1008, '2025-08': 1000, '2025-09': 1006, '2025-10': 1007, '2025-11': 1009, '2025-12': 1010 },
  ...{ '2026-07': 1038, '2026-08': 1035, '2026-09': 1030 },
};

const FIRST = 2025 * 12;
const LAST_KNOWN = 2026 * 12 + 8;
const RISE = 2;

export interface PublishedMonth {
  /** `2026-09`. */
  readonly month: string;
  readonly tenths: number;
}

export function publishedBy(now: Date): PublishedMonth[] {
  const months: PublishedMonth[] = [];
  for (let number = FIRST; publishedAt(number) <= now.getTime(); number += 1)
    months.push({ month: nameOf(number), tenths: tenthsOf(number) });
  return months;
}

function publishedAt(number: number): number {
  return Date.UTC(Math.floor(number / 12), (number % 12) + 1, 10, 7);
}

function nameOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function tenthsOf(number: number): number {
  const known = KNOWN[nameOf(number)];
  if (known !== undefined) return known;
  if (number > LAST_KNOWN) return tenthsOf(LAST_KNOWN) + (number - LAST_KNOWN) * RISE;
  const [before, after] = [neighbour(number, -1), neighbour(number, 1)];
  return Math.round(tenthsOf(before) + ((tenthsOf(after) - tenthsOf(before)) * (number - before)) / (after - before));
}

function neighbour(number: number, step: 1 | -1): number {
  let found = number;
  while (KNOWN[nameOf(found)] === undefined) found += step;
  return found;
}
