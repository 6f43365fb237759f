/** A document on A4, as what makes it describes it; `renderPdf` makes the bytes. */
import type { Content } from 'pdfmake/interfaces';
import type { Locale } from './locale';

export type { Content };

export interface PaperDocument {
  /** What a reader's window shows, and a screen reader says. */
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** Stands in the file as its date; the same document at the same moment has the same bytes. */
  readonly madeAt: Date;
  /** Nothing of a document is fetched from anywhere: pictures are `data:` addresses, drawings SVG. */
  readonly content: Content;
  /** At the foot of every page, with its number and how many there are. */
  readonly footer: (page: number, pages: number) => Content;
}

/** In points; 57 is 2 cm. */
export const PAPER = { margin: 57, top: 50, bottom: 78, width: 595.28 - 2 * 57 } as const;

// The font's contextual alternates are arrows and the like; trying them at every letter takes half of the time of a page.
const ALTERNATES = { calt: false, liga: false, clig: false };

/** How figures are set: in a text, or below one another in a column. A map, which its types do not know of. */
export const FIGURES = {
  proportional: ALTERNATES as unknown as [],
  tabular: { ...ALTERNATES, tnum: true } as unknown as [],
} as const;

export const INK = '#1f1a17';
export const MUTED = '#564e48';
export const LINE = '#dcd8d2';
export const STRAW = '#e2a93b';
