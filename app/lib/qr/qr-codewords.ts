import { lengthBits, type QrVersion } from './qr-version';
import { checkBytes } from './reed-solomon';

const BYTE_MODE = 0b0100;
const PADDING = [0b11101100, 0b00010001] as const;

/** The bytes of a symbol in the order in which they are drawn: header, data and padding in blocks, woven, then the check bytes, woven. */
export function codewords(data: Uint8Array, version: QrVersion): Uint8Array {
  const blocks = split(dataBytes(data, version), version);
  const checks = blocks.map((block) => checkBytes(block, version.checkBytesPerBlock));
  return Uint8Array.from([...weave(blocks), ...weave(checks)]);
}

function dataBytes(data: Uint8Array, version: QrVersion): Uint8Array {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let place = count - 1; place >= 0; place -= 1) bits.push((value >>> place) & 1);
  };
  push(BYTE_MODE, 4);
  push(data.length, lengthBits(version));
  for (const byte of data) push(byte, 8);
  push(0, Math.min(4, 8 * version.dataBytes - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let index = 0; bits.length < 8 * version.dataBytes; index += 1) push(PADDING[index % 2] ?? 0, 8);
  return Uint8Array.from({ length: version.dataBytes }, (_, index) =>
    bits.slice(8 * index, 8 * index + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Blocks of equal length; when it does not come out even, the last ones have a byte more. */
function split(data: Uint8Array, { blocks, dataBytes: length }: QrVersion): Uint8Array[] {
  const short = Math.floor(length / blocks);
  const longer = length % blocks;
  return Array.from({ length: blocks }, (_, index) => {
    const start = index * short + Math.max(0, index - (blocks - longer));
    return data.slice(start, start + short + (index >= blocks - longer ? 1 : 0));
  });
}

/** The first byte of each block, then the second of each, … */
function weave(blocks: readonly Uint8Array[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, place) => blocks.flatMap((block) => block[place] ?? [])).flat();
}
