/** QR codes in byte mode with error correction level M, versions 1 to 10 (ISO/IEC 18004): an address of up to 213 bytes. Pure. */
import { codewords } from './qr-codewords';
import { drawFormat, fixedPatterns, type Grid, type Modules } from './qr-grid';
import { MASKS, penalty } from './qr-mask';
import { versionFor } from './qr-version';

/** The modules of the code that says `text` (as UTF-8), in the mask that is easiest to read. Throws when the text is too long. */
export function qrCode(text: string): Modules {
  const data = new TextEncoder().encode(text);
  const version = versionFor(data.length);
  if (!version) throw new RangeError(`${data.length} bytes do not fit into a QR code of version 10`);
  const bytes = codewords(data, version);
  const candidates = MASKS.map((turns, mask) => {
    const grid = fixedPatterns(version);
    drawFormat(grid, mask);
    drawData(grid, bytes, turns);
    return { modules: grid.dark, points: penalty(grid.dark) };
  });
  return candidates.reduce((best, candidate) => (candidate.points < best.points ? candidate : best)).modules;
}

/** In pairs of columns from the right, upwards and downwards in turn, around what is fixed. What is left over stays light before the mask. */
function drawData({ dark, fixed }: Grid, bytes: Uint8Array, turns: (row: number, column: number) => boolean): void {
  const size = dark.length;
  let bit = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    // The vertical timing line belongs to no pair.
    const right = size - 1 - 2 * pair - (size - 1 - 2 * pair <= 6 ? 1 : 0);
    for (let step = 0; step < size; step += 1) {
      const row = pair % 2 === 0 ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const line = dark[row];
        if (!line || fixed[row]?.[column] !== false) continue;
        const value = (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        line[column] = value !== turns(row, column);
        bit += 1;
      }
    }
  }
}

/** Light modules that must surround a code. */
const QUIET = 4;

export interface QrDrawing {
  /** Side of the square drawing in modules, with its light edge. */
  readonly size: number;
  /** The dark modules as an SVG path, one unit a module. */
  readonly path: string;
}

/** The code as it is drawn, always dark on light. */
export function qrDrawing(text: string): QrDrawing {
  const modules = qrCode(text);
  const path = modules.flatMap((line, row) =>
    runs(line).map(([from, length]) => `M${from + QUIET} ${row + QUIET}h${length}v1h-${length}z`),
  );
  return { size: modules.length + 2 * QUIET, path: path.join('') };
}

function runs(line: readonly boolean[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  line.forEach((dark, column) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  });
  return found;
}
