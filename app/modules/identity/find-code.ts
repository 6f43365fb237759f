/** The one-time code in the text of a mail: six digits alone on their line. Null when it carries none. */
export function findCode(mailText: string): string | null {
  return /^[ \t]*(\d{6})[ \t]*\r?$/m.exec(mailText)?.[1] ?? null;
}
