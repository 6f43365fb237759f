import type { Modules } from './qr-grid';

/** The eight patterns that may be laid over the data; true turns a module over. */
export const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** A finder's rhythm with four light modules before or after it confuses readers. */
const FINDER_LIKE = [
  [true, false, true, true, true, false, true, false, false, false, false],
  [false, false, false, false, true, false, true, true, true, false, true],
];

/** How hard a symbol is to read (ISO/IEC 18004, 7.8.3): runs, blocks, likeness to finders, and too much of one colour. */
export function penalty(modules: Modules): number {
  const columns = modules.map((_, column) => modules.map((row) => row[column] ?? false));
  const lines = [...modules, ...columns];
  return sum(lines.map(runPenalty)) + sum(lines.map(finderPenalty)) + blockPenalty(modules) + balancePenalty(modules);
}

/** Three for five of one colour in a row, one for each more. */
function runPenalty(line: readonly boolean[]): number {
  let points = 0;
  let length = 0;
  line.forEach((dark, place) => {
    length = place > 0 && dark === line[place - 1] ? length + 1 : 1;
    if (length === 5) points += 3;
    else if (length > 5) points += 1;
  });
  return points;
}

function finderPenalty(line: readonly boolean[]): number {
  const starts = Array.from({ length: Math.max(0, line.length - 10) }, (_, start) => start);
  const alike = (start: number) => FINDER_LIKE.filter((rhythm) => rhythm.every((dark, place) => line[start + place] === dark)).length;
  return 40 * sum(starts.map(alike));
}

function blockPenalty(modules: Modules): number {
  let blocks = 0;
  for (let row = 1; row < modules.length; row += 1) {
    for (let column = 1; column < modules.length; column += 1) {
      const dark = modules[row]?.[column];
      const same = [modules[row]?.[column - 1], modules[row - 1]?.[column], modules[row - 1]?.[column - 1]];
      if (same.every((other) => other === dark)) blocks += 1;
    }
  }
  return 3 * blocks;
}

/** Ten for each full five per cent away from half and half. */
function balancePenalty(modules: Modules): number {
  const share = modules.flat().filter(Boolean).length / modules.length ** 2;
  return 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
