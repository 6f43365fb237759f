/** Digits and consonants that are hard to mistake for one another, aloud or written; without vowels no words arise. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
const LENGTH = 6;

/** Random bytes a reference needs. */
export const REFERENCE_BYTES = LENGTH;

/** A short reference to read aloud, like `K7P4TX`. It is not a secret; the table keeps it unique. */
export function bookingReference(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new RangeError(`A reference needs ${LENGTH} random bytes`);
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
