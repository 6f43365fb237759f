/** Makes the bytes of a paper. Nothing is read but the fonts that lie in the repository, and nothing is fetched. */
import { resolve } from 'node:path';
import pdfmake from 'pdfmake';
import { fontRuns } from '~/lib/letters-of-fonts';
import { FIGURES, INK, PAPER, type Content, type PaperDocument } from '~/lib/paper';

const file = (name: string) => resolve('app/infrastructure/fonts', `${name}.ttf`);

const FONTS = {
  Inter: {
    normal: file('inter-latin-400-normal'),
    bold: file('inter-latin-600-normal'),
    italics: file('inter-latin-400-italic'),
    bolditalics: file('inter-latin-600-normal'),
  },
  InterExtended: {
    normal: file('inter-latin-ext-400-normal'),
    bold: file('inter-latin-ext-600-normal'),
    italics: file('inter-latin-ext-400-italic'),
    bolditalics: file('inter-latin-ext-600-normal'),
  },
};

const FONT_FILES = new Set(Object.values(FONTS).flatMap((styles) => Object.values(styles)));

pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/** The PDF (1.7, with its language and title) of a document. The same document has the same bytes. */
export async function renderPdf({ title, author, locale, madeAt, content, footer }: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await pdfmake
    .createPdf({
      version: '1.7',
      tagged: true,
      displayTitle: true,
      language: locale,
      info: { title, author, creationDate: madeAt, producer: author, creator: author },
      pageSize: 'A4',
      pageMargins: [PAPER.margin, PAPER.top, PAPER.margin, PAPER.bottom],
      defaultStyle: { font: 'Inter', fontFeatures: FIGURES.proportional, fontSize: 10, lineHeight: 1.3, color: INK },
      content: inFonts(content),
      footer: (page, pages) => inFonts(footer(page, pages)),
    })
    .getBuffer();
  return Uint8Array.from(bytes);
}

/**
 * A copy of the content, because pdfmake writes its measurements into what it is given, with every text in pieces that one of the
 * fonts has letters for.
 */
function inFonts(content: Content): Content {
  return copyOf(content, true) as Content;
}

/** Fields whose strings are printed; other strings are colours, addresses and names of styles. */
const PRINTED = new Set(['text', 'stack', 'columns', 'ul', 'ol', 'body']);

function copyOf(node: unknown, printed: boolean): unknown {
  if (typeof node === 'string') return printed ? inPieces(node) : node;
  if (Array.isArray(node)) return node.map((item) => copyOf(item, printed));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, copyOf(value, PRINTED.has(name))]));
}

function inPieces(text: string): unknown {
  const runs = fontRuns(text);
  if (runs.every(({ extended }) => !extended)) return runs.map(({ text: piece }) => piece).join('');
  return { text: runs.map(({ text: piece, extended }) => ({ text: piece, ...(extended && { font: 'InterExtended' }) })) };
}
