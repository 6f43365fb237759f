/**
 * A letter on the house's paper: who sends it on top, who gets it where a window envelope shows it, date and references beside,
 * and at every foot the sender's registration and the page. Invoices and notices are letters.
 */
import { FIGURES, INK, LINE, MUTED, PAPER, STRAW, type Content, type PaperDocument } from './paper';
import type { Locale } from './locale';

/** Who writes, in words that are ready to print. */
export interface Letterhead {
  readonly name: string;
  /** Drawing beside the name, SVG; null for a sender without one. */
  readonly mark: string | null;
  /** Address and how to reach them, a line each. */
  readonly address: readonly string[];
  /** Organisation number and registers, for the foot. */
  readonly registration: string;
}

export interface LetterFact {
  readonly term: string;
  readonly value: string;
}

export interface Letter {
  readonly locale: Locale;
  readonly madeAt: Date;
  readonly sender: Letterhead;
  /** Name and address of whoever gets it, a line each. */
  readonly receiver: readonly string[];
  /** Date, reference and so on; a few. */
  readonly facts: readonly LetterFact[];
  readonly heading: string;
  /** What it says: `paragraph`, `factRows` and `amountTable`, or any content. */
  readonly body: readonly Content[];
}

/** A letter as a document to render. */
export function layOutLetter({ locale, madeAt, sender, receiver, facts, heading, body }: Letter): PaperDocument {
  return {
    title: heading,
    author: sender.name,
    locale,
    madeAt,
    content: [
      headOf(sender),
      {
        columns: [
          { width: '*', stack: receiver.map((line, index) => ({ text: line, bold: index === 0 })) },
          { width: 190, ...factTable(facts, 70) },
        ],
        columnGap: 24,
        margin: [0, 34, 0, 40],
      },
      { text: heading, fontSize: 18, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 14], headlineLevel: 1 },
      ...body,
    ],
    footer: (page, pages) => footOf(sender, locale, page, pages),
  };
}

function headOf({ name, mark, address }: Letterhead): Content {
  const named: Content = { text: name, fontSize: 13, bold: true, margin: [0, 3, 0, 0] };
  return {
    stack: [
      {
        columns: [
          ...(mark ? [{ svg: mark, width: 24, height: 24 }] : []),
          { width: '*', ...named },
          { width: 'auto', stack: address.map((line) => ({ text: line, alignment: 'right', fontSize: 8, color: MUTED })) },
        ],
        columnGap: 8,
      },
      { canvas: [{ type: 'line', x1: 0, y1: 8, x2: PAPER.width, y2: 8, lineWidth: 2, lineColor: STRAW }] },
    ],
  };
}

const PAGE_WORDS = {
  nb: (page: number, pages: number) => `Side ${String(page)} av ${String(pages)}`,
  en: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
} as const;

function footOf({ name, registration }: Letterhead, locale: Locale, page: number, pages: number): Content {
  return {
    margin: [PAPER.margin, 20, PAPER.margin, 0],
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: PAPER.width, y2: 0, lineWidth: 0.5, lineColor: LINE }] },
      {
        margin: [0, 6, 0, 0],
        fontSize: 8,
        color: MUTED,
        columns: [
          { width: '*', text: `${name} · ${registration}` },
          { width: 'auto', text: PAGE_WORDS[locale](page, pages), alignment: 'right' },
        ],
      },
    ],
  };
}

/** A paragraph of running text. */
export function paragraph(text: string): Content {
  return { text, margin: [0, 0, 0, 9] };
}

/** A heading inside a letter. */
export function subheading(text: string): Content {
  return { text, bold: true, fontSize: 12, lineHeight: 1.2, margin: [0, 10, 0, 5], headlineLevel: 2 };
}

/** Facts in rows, the term before its value. */
export function factRows(facts: readonly LetterFact[], termWidth = 150): Content {
  return { ...factTable(facts, termWidth), margin: [0, 0, 0, 12] };
}

function factTable(facts: readonly LetterFact[], termWidth: number) {
  if (facts.length === 0) return { text: '' };
  return {
    table: {
      widths: [termWidth, '*'],
      body: facts.map(({ term, value }) => [{ text: term, color: MUTED }, { text: value }]),
    },
    layout: rowLines(),
  };
}

export interface AmountColumn {
  readonly heading: string;
  /** Points, `auto` or `*`. */
  readonly width: number | 'auto' | '*';
  /** Amounts stand to the right, in figures of one width. */
  readonly amount?: boolean;
}

/** A table with a head that is repeated on every page; `sums` stand below it, the last in bold. */
export function amountTable(
  columns: readonly AmountColumn[],
  rows: readonly (readonly string[])[],
  sums: readonly { label: string; value: string }[] = [],
): Content {
  const cell = (text: string, index: number) =>
    columns[index]?.amount ? { text, alignment: 'right' as const, noWrap: true, fontFeatures: FIGURES.tabular } : { text };
  const sumCells = ({ label, value }: { label: string; value: string }, bold: boolean) => [
    { text: label, colSpan: columns.length - 1, bold, alignment: 'right' as const },
    ...Array.from({ length: columns.length - 2 }, () => ''),
    { ...cell(value, columns.length - 1), bold },
  ];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [
        columns.map(({ heading }, index) => ({ ...cell(heading, index), bold: true, fontSize: 9 })),
        ...rows.map((row) => row.map(cell)),
        ...sums.map((sum, index) => sumCells(sum, index === sums.length - 1)),
      ],
    },
    layout: rowLines(1),
    margin: [0, 4, 0, 14],
  };
}

/** Hairlines between rows; a firm one under the head. */
function rowLines(heads = 0) {
  const inner = (row: number) => heads > 0 && row === heads;
  return {
    hLineWidth: (row: number) => (inner(row) ? 1 : row === 0 ? (heads > 0 ? 0 : 0.5) : 0.5),
    vLineWidth: () => 0,
    hLineColor: (row: number) => (inner(row) ? INK : LINE),
    paddingLeft: (column: number) => (column === 0 ? 0 : 6),
    paddingRight: () => 0,
    paddingTop: () => 4,
    paddingBottom: () => 3,
  };
}
