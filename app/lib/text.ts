interface TextLimits {
  /** Most characters to keep. */
  max: number;
  /** Keeps line breaks; otherwise they become spaces. */
  multiline?: boolean;
}

/** Control and lone surrogate characters (PostgreSQL refuses null bytes) and marks that turn the reading direction. */
const UNWANTED = /[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What somebody typed, fit to store and show: composed (NFC), without control characters, trimmed, not too long. */
export function cleanText(text: string, { max, multiline = false }: TextLimits): string {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', ' ').replace(UNWANTED, ''));
  const joined = lines.join(multiline ? '\n' : ' ').trim();
  return [...joined].slice(0, max).join('').trim();
}
