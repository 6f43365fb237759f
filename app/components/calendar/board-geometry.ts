import type { BoardPiece, HourSpan } from './board-types';

type Columns = Pick<BoardPiece, 'fromCol' | 'toCol'>;

/** The names of the hours on show: "08" to "24" and on to "01". */
export function hourLabels({ startHour, endHour }: HourSpan): string[] {
  return Array.from({ length: endHour - startHour }, (_, index) => hourLabel(startHour + index));
}

function hourLabel(hour: number): string {
  return String(hour > 24 ? hour - 24 : hour).padStart(2, '0');
}

/** Half-hour columns on show. */
export function columnCount({ startHour, endHour }: HourSpan): number {
  return (endHour - startHour) * 2;
}

/** Where an hour lies on the row, from 0 to 1. */
export function fractionOfDay(hour: number, { startHour, endHour }: HourSpan): number {
  return Math.min(1, Math.max(0, (hour - startHour) / (endHour - startHour)));
}

/** The grid line of an hour, with fractions. */
export function columnOfHour(hour: number, { startHour }: HourSpan): number {
  return (hour - startHour) * 2 + 1;
}

/** How much of an interval is past, in percent, if the rest still has room for a label. */
export function pastShare(interval: Columns, nowCol: number | undefined): number | undefined {
  const { fromCol, toCol } = interval;
  if (nowCol === undefined || fromCol >= nowCol || toCol <= nowCol + 2) return undefined;
  return ((nowCol - fromCol) / (toCol - fromCol)) * 100;
}

/** Half hours of an interval that are still to come. */
export function columnsToCome({ fromCol, toCol }: Columns, nowCol: number | undefined): number {
  return toCol - Math.max(fromCol, nowCol ?? fromCol);
}
