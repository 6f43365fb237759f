/** The fonts of papers have the letters of western Europe in one file and the rest of the Latin ones (čđŋšŧž, łőș) in another. */

export interface FontRun {
  readonly text: string;
  /** Whether it needs the second file. */
  readonly extended: boolean;
}

/** Latin letters beyond Latin-1, but those that the first file has: ı Œ œ ˆ ˚ ˜. */
const EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02d9\u02dd-\u02ff\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/;

/** Marks that only say where a line may break, which fonts draw as boxes: soft hyphen, zero-width spaces and joiners. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A text in pieces that one font file has, without what is not drawn; one piece for nearly every text. */
export function fontRuns(given: string): FontRun[] {
  const text = given.replace(INVISIBLE, '');
  if (!EXTENDED.test(text)) return [{ text, extended: false }];
  const runs: { text: string; extended: boolean }[] = [];
  for (const letter of text) {
    const extended = EXTENDED.test(letter);
    const last = runs.at(-1);
    if (last?.extended === extended) last.text += letter;
    else runs.push({ text: letter, extended });
  }
  return runs;
}
