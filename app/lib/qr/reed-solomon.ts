/** Reed–Solomon codes over GF(256) with the polynomial and generator of QR codes (ISO/IEC 18004). */
const PRIMITIVE = 0x11d;

const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value & 0x80 ? PRIMITIVE : 0);
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0;
}

/** Coefficients of the product of (x − 2^i) for i below `degree`, the leading 1 left out. */
function generator(degree: number): Uint8Array {
  const coefficients = new Uint8Array(degree);
  coefficients[degree - 1] = 1;
  for (let root = 0; root < degree; root += 1) {
    for (let place = 0; place < degree; place += 1) {
      const shifted = place + 1 < degree ? (coefficients[place + 1] ?? 0) : 0;
      coefficients[place] = multiply(coefficients[place] ?? 0, EXP[root] ?? 0) ^ shifted;
    }
  }
  return coefficients;
}

/** The check bytes of a block: the remainder of the data divided by the generator. */
export function checkBytes(data: Uint8Array, count: number): Uint8Array {
  const divisor = generator(count);
  const remainder = new Uint8Array(count);
  for (const byte of data) {
    const factor = byte ^ (remainder[0] ?? 0);
    remainder.copyWithin(0, 1);
    remainder[count - 1] = 0;
    divisor.forEach((coefficient, place) => {
      remainder[place] = (remainder[place] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return remainder;
}
