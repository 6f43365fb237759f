import type { CSSProperties } from 'react';
import { columnCount } from './board-geometry';
import type { BoardPiece, HourSpan } from './board-types';

/** A whole day in ten pixels. Silent: the buttons beside it say the same. */
export function MiniStrip({ intervals, ...span }: HourSpan & { intervals: readonly BoardPiece[] }) {
  return (
    <div className="mini-strip" aria-hidden="true" style={{ '--columns': columnCount(span) } as CSSProperties}>
      {intervals.map(({ fromCol, toCol, kind }) => (
        <i key={`${fromCol}-${kind}`} className={`mini-${kind}`} style={{ gridColumn: `${fromCol} / ${toCol}` }} />
      ))}
    </div>
  );
}
