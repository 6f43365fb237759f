import type { IntervalKind } from './board-types';

export type BoardLegendItem = { kind: IntervalKind; label: string };

/** What the colours of the board mean. */
export function BoardLegend({ label, items }: { label: string; items: readonly BoardLegendItem[] }) {
  return (
    <ul className="board-legend" aria-label={label}>
      {items.map(({ kind, label: word }) => (
        <li key={kind}>
          <i className={`legend-${kind}`} />
          {word}
        </li>
      ))}
    </ul>
  );
}
