import type { CSSProperties } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden';
import { columnsToCome, pastShare } from './board-geometry';
import type { BoardPiece } from './board-types';

type IntervalProps = { interval: BoardPiece; nowCol?: number | undefined };

/** One piece of a row: a single element that spans its half hours. */
export function Interval({ interval, nowCol }: IntervalProps) {
  const { fromCol, toCol, kind, href, ariaLabel } = interval;
  const past = kind === 'free' ? undefined : pastShare(interval, nowCol);
  const style: CSSProperties & Record<'--past', string | undefined> = {
    gridColumn: `${fromCol} / ${toCol}`,
    '--past': past === undefined ? undefined : `${past.toFixed(1)}%`,
  };
  const content = <IntervalText interval={interval} nowCol={nowCol} />;
  const className = `interval interval-${kind}`;
  if (!href) {
    return (
      <span className={className} style={style}>
        {content}
      </span>
    );
  }
  return (
    <a className={className} style={style} href={href} aria-label={ariaLabel} data-from={fromCol} data-to={toCol}>
      {content}
    </a>
  );
}

/** As many words as the piece is wide enough for; the rest for screen readers. */
function IntervalText({ interval, nowCol }: IntervalProps) {
  const { kind, label, shortLabel, sublabel, fromCol, toCol } = interval;
  const columns = toCol - fromCol;
  switch (kind) {
    case 'free':
      return (
        <>
          {columns >= 2 && <span>{columns >= 4 ? label : (shortLabel ?? label)}</span>}
          {columns >= 6 && sublabel && <span className="interval-price">{sublabel}</span>}
        </>
      );
    case 'busy':
      return (
        <>
          {columns >= 2 ? label : <VisuallyHidden>{label}</VisuallyHidden>}
          {sublabel && <VisuallyHidden> {sublabel}</VisuallyHidden>}
        </>
      );
    case 'closed':
      return columnsToCome(interval, nowCol) > 2 ? <>{label}</> : <VisuallyHidden>{label}</VisuallyHidden>;
    case 'mine':
    case 'selected':
      return (
        <>
          <b>{label}</b>
          {sublabel && columns >= 4 && <span>{sublabel}</span>}
        </>
      );
  }
}
