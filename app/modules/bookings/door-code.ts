const BYTES_A_TRY = 4;
const TRIES = 8;

/** Random bytes a door code needs: for some more tries, should the first code be one that people guess. */
export const DOOR_CODE_BYTES = BYTES_A_TRY * TRIES;

/** A code of four to six digits for the lock, from random bytes. Never one digit repeated (0000) or a run (1234, 9876). */
export function doorCode(bytes: Uint8Array, digits: 4 | 5 | 6 = 6): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + BYTES_A_TRY <= bytes.length; at += BYTES_A_TRY) {
    const code = String(view.getUint32(at) % 10 ** digits).padStart(digits, '0');
    if (!isEasyToGuess(code)) return code;
  }
  throw new RangeError('Too few random bytes for a door code');
}

function isEasyToGuess(code: string): boolean {
  const steps = Array.from(code.slice(1), (digit, index) => (Number(digit) - Number(code[index]) + 10) % 10);
  return [0, 1, 9].some((step) => steps.every((candidate) => candidate === step));
}
