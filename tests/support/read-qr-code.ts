/** For tests: reads a QR code as a camera's software would, from the modules alone, sharing nothing with what writes them. */
type Read = { text: string; version: number; mask: number };

const BLOCKS_M: Record<number, [blocks: number, check: number]> = {
  ...{ 1: [1, 10], 2: [1, 16], 3: [1, 26], 4: [2, 18], 5: [2, 24] },
  ...{ 6: [4, 16], 7: [4, 18], 8: [4, 22], 9: [5, 22], 10: [5, 26] },
};

export function readQrCode(modules: readonly (readonly boolean[])[]): Read {
  const size = modules.length;
  const version = (size - 17) / 4;
  const at = (x: number, y: number) => (modules[y]?.[x] ? 1 : 0);
  const mask = readMask(at, size);
  const stream: number[] = [];
  let upwards = true;
  for (let x = size - 1; x > 0; x -= 2) {
    if (x === 6) x -= 1;
    for (let n = 0; n < size; n += 1) {
      const y = upwards ? size - 1 - n : n;
      for (const column of [x, x - 1]) {
        if (!isReserved(column, y, size, version)) stream.push(at(column, y) ^ (turned(mask, column, y) ? 1 : 0));
      }
    }
    upwards = !upwards;
  }
  const bytes = chunk(stream.slice(0, stream.length - (stream.length % 8)));
  return { version, mask, text: readText(unweave(bytes, version), version) };
}

function readMask(at: (x: number, y: number) => number, size: number): number {
  const xs = [0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8];
  const ys = [8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0];
  const first = xs.reduce((bits, x, n) => (bits << 1) | at(x, ys[n] ?? 0), 0);
  const below = Array.from({ length: 7 }, (_, n) => at(8, size - 1 - n));
  const right = Array.from({ length: 8 }, (_, n) => at(size - 8 + n, 8));
  const second = [...below, ...right].reduce((bits, bit) => (bits << 1) | bit, 0);
  if (first !== second) throw new Error('The two copies of the format differ');
  if (at(8, size - 8) !== 1) throw new Error('The dark module is light');
  const format = first ^ 0b101010000010010;
  if (format >> 13 !== 0) throw new Error('Not level M');
  return (format >> 10) & 7;
}

function isReserved(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true;
  if ((x <= 8 && y <= 8) || (x >= size - 8 && y <= 8) || (x <= 8 && y >= size - 8)) return true;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  if (version === 1) return false;
  const count = Math.floor(version / 7) + 2;
  const step = count === 2 ? size - 13 : Math.ceil((size - 13) / (count - 1) / 2) * 2;
  const centres = [6, ...Array.from({ length: count - 1 }, (_, n) => size - 7 - (count - 2 - n) * step)];
  const last = centres.at(-1);
  return centres.some((cx) =>
    centres.some((cy) => {
      const corner = (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
      return !corner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
    }),
  );
}

function turned(mask: number, x: number, y: number): boolean {
  const formula = [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    ((y >> 1) + Math.floor(x / 3)) % 2,
    ((x * y) % 2) + ((x * y) % 3),
    (((x * y) % 3) + x * y) % 2,
    (((x * y) % 3) + x + y) % 2,
  ];
  return formula[mask] === 0;
}

/** Puts the blocks together again, and checks that each is a code word: its value at every root of the generator is nothing. */
function unweave(bytes: number[], version: number): number[] {
  const [count, check] = BLOCKS_M[version] ?? [1, 0];
  const perBlock = Math.floor(bytes.length / count);
  const long = bytes.length % count;
  const blocks = Array.from({ length: count }, () => [] as number[]);
  let next = 0;
  for (let place = 0; place <= perBlock - check; place += 1) {
    blocks.forEach((block, index) => {
      if (place < perBlock - check || index >= count - long) block.push(bytes[next++] ?? 0);
    });
  }
  const data = blocks.flat();
  for (let place = 0; place < check; place += 1) blocks.forEach((block) => block.push(bytes[next++] ?? 0));
  for (const block of blocks) {
    for (let root = 0, value = 1; root < check; root += 1, value = times(value, 2)) {
      if (block.reduce((sum, byte) => times(sum, value) ^ byte, 0) !== 0) throw new Error('A block does not check');
    }
  }
  return data;
}

/** Product in GF(256), bit by bit. */
function times(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left = left & 0x80 ? (left << 1) ^ 0x11d : left << 1;
  }
  return product;
}

function readText(data: number[], version: number): string {
  const bits = data.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((place) => (byte >> place) & 1));
  const take = (count: number) => bits.splice(0, count).reduce((value, bit) => value * 2 + bit, 0);
  if (take(4) !== 4) throw new Error('Not byte mode');
  const length = take(version < 10 ? 8 : 16);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from({ length }, () => take(8)));
}

function chunk(bits: number[]): number[] {
  return Array.from({ length: bits.length / 8 }, (_, n) => bits.slice(8 * n, 8 * n + 8).reduce((byte, bit) => byte * 2 + bit, 0));
}
