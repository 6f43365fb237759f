import { clip, subtract, type Interval } from '~/lib/interval';
import { minuteFrom, type LocalDate } from '~/lib/local-time';
import type { BoardInterval } from '~/modules/availability/board';
import type { LanePiece } from './board-types';

type LaneTexts = { date: LocalDate; fromMinute: number; t: (key: 'busy' | 'closed' | 'mine' | 'chosen') => string };

/** The day of a room with the chosen time in it, as pieces of the small lane. */
export function laneIntervals(row: readonly BoardInterval[], chosen: Interval | null, { date, fromMinute, t }: LaneTexts): LanePiece[] {
  const column = (instant: Date) => Math.max(1, Math.round((minuteFrom(date, instant) - fromMinute) / 30) + 1);
  const around = row.flatMap((piece) => {
    const kind = LANE_KIND[piece.kind];
    if (!kind) return [];
    const label = kind === 'free' ? '' : t(kind);
    const beside = subtract([piece], chosen ? [chosen] : []).map((part) => ({ part, kind, label }));
    // Where the chosen time cannot be had it must not look as if it could.
    const clashes = chosen && (kind === 'busy' || kind === 'closed') ? clip([piece], chosen) : [];
    return [...beside, ...clashes.map((part) => ({ part, kind: 'clash' as const, label }))];
  });
  const shown = chosen ? clip([chosen], { start: row[0]?.start ?? chosen.start, end: row.at(-1)?.end ?? chosen.end }) : [];
  const own = subtract(
    shown,
    row.filter(({ kind }) => kind === 'busy' || kind === 'closed'),
  );
  return [...around, ...own.map((part) => ({ part, kind: 'selected' as const, label: t('chosen') }))]
    .map(({ part, kind, label }) => ({ fromCol: column(part.start), toCol: column(part.end), kind, label }))
    .filter(({ fromCol, toCol }) => toCol > fromCol)
    .toSorted((a, b) => a.fromCol - b.fromCol);
}

const LANE_KIND: Readonly<Partial<Record<BoardInterval['kind'], 'free' | 'busy' | 'closed' | 'mine'>>> = {
  free: 'free',
  busy: 'busy',
  mine: 'mine',
  closed: 'closed',
};
