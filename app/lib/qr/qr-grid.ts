import type { QrVersion } from './qr-version';

/** A square of modules, true being dark; by row and column. */
export type Modules = readonly (readonly boolean[])[];

/** A grid in the making: which modules are dark, and which belong to the fixed patterns that data and masks leave alone. */
export interface Grid {
  readonly dark: boolean[][];
  readonly fixed: boolean[][];
}

const FORMAT_DIVISOR = 0x537;
const FORMAT_MASK = 0x5412;
const VERSION_DIVISOR = 0x1f25;
/** The two bits of error correction level M. */
const LEVEL_M = 0b00;

/** Finders, timing lines, small squares and version, with room left for the format. */
export function fixedPatterns(version: QrVersion): Grid {
  const { size } = version;
  const square = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { dark: square(), fixed: square() };
  for (let place = 0; place < size; place += 1) {
    set(grid, 6, place, place % 2 === 0);
    set(grid, place, 6, place % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    drawRings(grid, { row, column, radius: 4, light: [2, 4] });
  drawAlignment(grid, version);
  drawFormat(grid, 0);
  if (version.number >= 7) drawVersion(grid, version.number);
  return grid;
}

/** Writes the mask's number, twice, with its check bits. */
export function drawFormat(grid: Grid, mask: number): void {
  const size = grid.dark.length;
  const data = (LEVEL_M << 3) | mask;
  const bits = ((data << 10) | remainder(data, 10, FORMAT_DIVISOR)) ^ FORMAT_MASK;
  for (let place = 0; place < 15; place += 1) {
    const dark = ((bits >>> place) & 1) === 1;
    // Beside the upper left finder the line steps over the timing patterns.
    if (place < 8) set(grid, place < 6 ? place : place + 1, 8, dark);
    else set(grid, 8, place === 8 ? 7 : 14 - place, dark);
    if (place < 8) set(grid, 8, size - 1 - place, dark);
    else set(grid, size - 15 + place, 8, dark);
  }
  set(grid, size - 8, 8, true);
}

function drawVersion(grid: Grid, number: number): void {
  const size = grid.dark.length;
  const bits = (number << 12) | remainder(number, 12, VERSION_DIVISOR);
  for (let place = 0; place < 18; place += 1) {
    const dark = ((bits >>> place) & 1) === 1;
    const [along, across] = [Math.floor(place / 3), size - 11 + (place % 3)];
    set(grid, along, across, dark);
    set(grid, across, along, dark);
  }
}

function drawAlignment(grid: Grid, { alignment, size }: QrVersion): void {
  for (const row of alignment) {
    for (const column of alignment) {
      // In three corners the finders stand.
      const ends = [row === 6, column === 6, row === size - 7, column === size - 7];
      if ((ends[0] && ends[1]) || (ends[0] && ends[3]) || (ends[2] && ends[1])) continue;
      drawRings(grid, { row, column, radius: 2, light: [1] });
    }
  }
}

type Rings = { readonly row: number; readonly column: number; readonly radius: number; readonly light: readonly number[] };

/** A square of rings around a module; those at the distances named are light. */
function drawRings(grid: Grid, { row, column, radius, light }: Rings): void {
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      set(grid, row + down, column + right, !light.includes(ring));
    }
  }
}

function set({ dark, fixed }: Grid, row: number, column: number, value: boolean): void {
  const [darkRow, fixedRow] = [dark[row], fixed[row]];
  if (!darkRow || !fixedRow || darkRow[column] === undefined) return;
  darkRow[column] = value;
  fixedRow[column] = true;
}

/** Check bits of a BCH code. */
function remainder(data: number, degree: number, divisor: number): number {
  let rest = data;
  for (let step = 0; step < degree; step += 1) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * divisor);
  return rest;
}
