/** Where a pointer or an arrow key leads on a board of half hours: rows down, the clock across. Pure. */

const STEP = 30;

/** A time on the board: its row, and minutes of the wall clock from the midnight that begins the row's date; past 1440 is the night after. */
export type BoardSpan = { readonly row: number; readonly fromMinute: number; readonly toMinute: number };

/** What of it is held: all of it, or one of its ends. */
export type Grip = 'whole' | 'start' | 'end';

export type BoardBounds = { readonly rows: number; readonly fromMinute: number; readonly toMinute: number };

/** The half hour in which a point of a row lies; `share` is 0 at its left end and 1 at its right. */
export function halfHourAt(share: number, { fromMinute, toMinute }: BoardBounds): number {
  const minute = fromMinute + Math.floor((share * (toMinute - fromMinute)) / STEP) * STEP;
  return clamp(minute, fromMinute, toMinute - STEP);
}

/** Minutes, in whole steps, that a distance on a row stands for. */
export function minutesAcross(pixels: number, rowWidth: number, { fromMinute, toMinute }: BoardBounds): number {
  if (rowWidth <= 0) return 0;
  return Math.round(((pixels / rowWidth) * (toMinute - fromMinute)) / STEP) * STEP + 0;
}

/**
 * Where a time is when it is dragged so far. The whole keeps its length and changes rows; an end stays in its row, and leaves half an hour
 * at least. Nothing goes past the hours on show, but what reaches past them already may stay there.
 */
export function dragged(span: BoardSpan, grip: Grip, by: { rows: number; minutes: number }, bounds: BoardBounds): BoardSpan {
  const earliest = Math.min(bounds.fromMinute, span.fromMinute);
  const latest = Math.max(bounds.toMinute, span.toMinute);
  switch (grip) {
    case 'start':
      return { ...span, fromMinute: clamp(span.fromMinute + by.minutes, earliest, Math.max(earliest, span.toMinute - STEP)) };
    case 'end':
      return { ...span, toMinute: clamp(span.toMinute + by.minutes, Math.min(latest, span.fromMinute + STEP), latest) };
    case 'whole': {
      const shift = clamp(by.minutes, earliest - span.fromMinute, latest - span.toMinute);
      return {
        row: clamp(span.row + by.rows, 0, bounds.rows - 1),
        fromMinute: span.fromMinute + shift,
        toMinute: span.toMinute + shift,
      };
    }
  }
}

/** From the half hour where a drag over empty time began to the one where it is now, both included. */
export function swept(row: number, anchor: number, minute: number): BoardSpan {
  return { row, fromMinute: Math.min(anchor, minute), toMinute: Math.max(anchor, minute) + STEP };
}

export function isSameSpan(a: BoardSpan, b: BoardSpan): boolean {
  return a.row === b.row && a.fromMinute === b.fromMinute && a.toMinute === b.toMinute;
}

/** The grid lines of a time on a row that begins at `fromMinute`, cut to what is on show; null when nothing of it is. */
export function columnsOf(
  { fromMinute, toMinute }: Pick<BoardSpan, 'fromMinute' | 'toMinute'>,
  hours: Pick<BoardBounds, 'fromMinute' | 'toMinute'>,
): { fromCol: number; toCol: number } | null {
  const column = (minute: number) => (minute - hours.fromMinute) / STEP + 1;
  const fromCol = Math.max(1, Math.floor(column(fromMinute)));
  const toCol = Math.min(column(hours.toMinute), Math.ceil(column(toMinute)));
  return toCol > fromCol ? { fromCol, toCol } : null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
