/** How a piece of a day looks: spruce, grey, red, hatched, straw. */
export type IntervalKind = 'free' | 'busy' | 'mine' | 'closed' | 'selected';

/** A piece of a row. Columns are grid lines of half hours: 1 is the start of the day. */
export type BoardPiece = {
  fromCol: number;
  /** The line where it ends, not included. */
  toCol: number;
  kind: IntervalKind;
  /** In full, e.g. "18.00–20.30" or "Opptatt". */
  label: string;
  /** For a narrow free piece, e.g. "18.00". */
  shortLabel?: string | undefined;
  /** On the list's button where the board's words are not enough: "18.00–20.30 valgt". */
  listLabel?: string | undefined;
  /** Price of a free or chosen piece, time of one's own, hours of a taken one. */
  sublabel?: string | undefined;
  href?: string | undefined;
  ariaLabel?: string | undefined;
};

/** A piece of the small lane beside a form; where the chosen time cannot be had, it clashes. */
export type LanePiece = Pick<BoardPiece, 'fromCol' | 'toCol' | 'label'> & { kind: IntervalKind | 'clash' };

/** The name at the left of a row. */
export type RowHead = { name: string; sub?: string | undefined; href?: string | undefined };

export type DayRow = {
  key: string;
  room: RowHead;
  /** Rows of one building stand together under its band. */
  building?: string | undefined;
  intervals: readonly BoardPiece[];
};

/** The hours on show. `endHour` counts on past midnight: 26 is 02 the next day. */
export type HourSpan = { startHour: number; endHour: number };

/** Where the clock stands, as hours of the shown day (9.67), and in words. */
export type BoardNow = { hour: number; label: string };
