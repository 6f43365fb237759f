/** What a PDF that this house made says: its words in the order they are printed, a string a page, and its own facts. */
import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly pages: readonly string[];
  readonly language: string | null;
}

export function readPdf(bytes: Uint8Array): PdfText {
  const file = Buffer.from(bytes).toString('latin1');
  if (!file.startsWith('%PDF-1.7')) throw new Error('This is not a PDF');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id ?? '', body ?? '']));
  const body = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const stream = (id: string | undefined) => {
    const data = /stream\n([\s\S]*)\nendstream/.exec(body(id))?.[1] ?? '';
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  };
  const lettersOf = (fontId: string) => readLetters(stream(/\/ToUnicode (\d+) 0 R/.exec(body(fontId))?.[1]));
  const kids = /\/Kids \[([^\]]*)\]/.exec([...objects.values()].find((text) => text.includes('/Type /Pages')) ?? '')?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = body(id);
    const resources = body(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name ?? '', lettersOf(font ?? '')]));
    return printed(stream(/\/Contents (\d+) 0 R/.exec(page)?.[1]), fonts);
  });
  return { pages, language: /\/Lang \((\w+)\)/.exec(file)?.[1] ?? null };
}

/** Glyph numbers to the letters they stand for. */
function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from, list] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...(list ?? '').matchAll(/<([\w ]*)>/g)].forEach(([, units], index) => {
      const codes = (units ?? '').replace(/ /g, '').match(/.{4}/g) ?? [];
      letters.set(parseInt(from ?? '', 16) + index, String.fromCharCode(...codes.map((code) => parseInt(code, 16))));
    });
  }
  return letters;
}

function printed(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  const words: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
    words.push(glyphs.map((glyph) => letters.get(parseInt(glyph, 16)) ?? '').join(''));
  }
  return words
    .join('')
    .replace(/[ \u00a0]+/g, ' ')
    .trim();
}
