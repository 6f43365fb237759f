/** Sizes of QR codes with error correction level M, versions 1 to 10 (ISO/IEC 18004, tables 7, 9 and E.1). */
export interface QrVersion {
  readonly number: number;
  /** Modules a side. */
  readonly size: number;
  /** All bytes of the symbol, data and check bytes. */
  readonly totalBytes: number;
  readonly checkBytesPerBlock: number;
  readonly blocks: number;
  readonly dataBytes: number;
  /** Rows and columns on which the small squares stand. */
  readonly alignment: readonly number[];
}

type Row = readonly [totalBytes: number, checkBytesPerBlock: number, blocks: number, alignment: readonly number[]];

const ROWS: readonly Row[] = [
  [26, 10, 1, []],
  [44, 16, 1, [6, 18]],
  [70, 26, 1, [6, 22]],
  [100, 18, 2, [6, 26]],
  [134, 24, 2, [6, 30]],
  [172, 16, 4, [6, 34]],
  [196, 18, 4, [6, 22, 38]],
  [242, 22, 4, [6, 24, 42]],
  [292, 22, 5, [6, 26, 46]],
  [346, 26, 5, [6, 28, 50]],
];

const VERSIONS: readonly QrVersion[] = ROWS.map(([totalBytes, checkBytesPerBlock, blocks, alignment], index) => ({
  ...{ number: index + 1, size: 21 + 4 * index, totalBytes, checkBytesPerBlock, blocks, alignment },
  dataBytes: totalBytes - checkBytesPerBlock * blocks,
}));

/** Bits that say how many bytes follow. */
export function lengthBits(version: QrVersion): 8 | 16 {
  return version.number < 10 ? 8 : 16;
}

const MODE_BITS = 4;

/** The smallest version that holds so many bytes, or none. */
export function versionFor(byteCount: number): QrVersion | undefined {
  return VERSIONS.find((version) => MODE_BITS + lengthBits(version) + 8 * byteCount <= 8 * version.dataBytes);
}
