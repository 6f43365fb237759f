/** The rule of a series with its rooms and the dates that are not part of it, as rows. */
import type { Tx } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, toDateColumn, type Weekday } from '~/lib/local-time';
import type { SeriesRule } from './series';

export type ExceptionReason = 'skipped' | 'nonexistent_time' | 'cancelled';

export interface SeriesException {
  readonly roomId: string;
  readonly date: LocalDate;
  readonly reason: ExceptionReason;
}

export interface StoredSeries {
  readonly rule: SeriesRule;
  /** In the order they were chosen. */
  readonly roomIds: readonly string[];
}

export async function insertSeries(tx: Tx, bookingId: string, { rule, roomIds }: StoredSeries): Promise<void> {
  const { weekdays, intervalWeeks, from, ends, fromMinute, toMinute } = rule;
  await tx.series.createMany({
    data: {
      bookingId,
      weekdays: [...weekdays],
      intervalWeeks,
      startsOn: toDateColumn(from),
      untilDate: 'until' in ends ? toDateColumn(ends.until) : null,
      dateCount: 'count' in ends ? ends.count : null,
      fromMinute,
      toMinute,
    },
  });
  await tx.seriesRoom.createMany({ data: roomIds.map((roomId, position) => ({ bookingId, roomId, position })) });
}

/** Remembers dates that are no longer, or never were, part of a series; a date that is known keeps its first reason. */
export async function insertExceptions(tx: Tx, bookingId: string, exceptions: readonly SeriesException[]): Promise<void> {
  if (exceptions.length === 0) return;
  const data = exceptions.map(({ roomId, date, reason }) => ({ bookingId, roomId, date: toDateColumn(date), reason }));
  await tx.seriesException.createMany({ data, skipDuplicates: true });
}

/** A date that was called off is part of the series again. */
export async function removeException(tx: Tx, bookingId: string, { roomId, date }: Omit<SeriesException, 'reason'>): Promise<void> {
  await tx.seriesException.deleteMany({ where: { bookingId, roomId, date: toDateColumn(date), reason: 'cancelled' } });
}

/** The columns of a rule as everybody else knows it. */
export function ruleOf(row: {
  weekdays: number[];
  intervalWeeks: number;
  startsOn: Date;
  untilDate: Date | null;
  dateCount: number | null;
  fromMinute: number;
  toMinute: number;
}): SeriesRule {
  return {
    weekdays: row.weekdays as Weekday[],
    intervalWeeks: row.intervalWeeks,
    from: fromDateColumn(row.startsOn),
    ends: row.untilDate === null ? { count: row.dateCount ?? 1 } : { until: fromDateColumn(row.untilDate) },
    fromMinute: row.fromMinute,
    toMinute: row.toMinute,
  };
}
