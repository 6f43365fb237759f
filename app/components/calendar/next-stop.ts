export type Direction = 'left' | 'right' | 'up' | 'down';

/** Something on the board that can have focus: its row and its half hours. */
export type Stop = { row: number; from: number; to: number };

/** Where an arrow key leads: along the row, or to the piece nearest in time in the next row that has one. */
export function nextStop<S extends Stop>(stops: readonly S[], current: S, direction: Direction): S | undefined {
  const inRow = stops.filter(({ row }) => row === current.row);
  if (direction === 'left') return inRow.filter(({ from }) => from < current.from).at(-1);
  if (direction === 'right') return inRow.find(({ from }) => from > current.from);
  const step = direction === 'up' ? -1 : 1;
  const rowsAhead = stops.map(({ row }) => row).filter((row) => (row - current.row) * step > 0);
  if (rowsAhead.length === 0) return undefined;
  const nearestRow = step > 0 ? Math.min(...rowsAhead) : Math.max(...rowsAhead);
  return stops
    .filter(({ row }) => row === nearestRow)
    .reduce((best, stop) => (distance(stop, current) < distance(best, current) ? stop : best));
}

/** Half hours between the start of one piece and the nearest point of another. */
function distance(stop: Stop, from: Stop): number {
  if (from.from < stop.from) return stop.from - from.from;
  return Math.max(0, from.from - (stop.to - 1));
}
