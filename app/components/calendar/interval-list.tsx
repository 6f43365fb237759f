import { MiniStrip } from './mini-strip';
import type { BoardPiece, HourSpan, RowHead } from './board-types';

export type IntervalListItem = {
  key: string;
  head: RowHead;
  /** At the right of the name, e.g. "fra 140 kr/t" or "Stengt". */
  end?: string | undefined;
  intervals: readonly BoardPiece[];
  /** When there is nothing to choose: why, and until when. */
  note?: string | undefined;
};

/** The list that both the day and the week show on a phone. */
export function IntervalList({ items, label, ...span }: HourSpan & { items: readonly IntervalListItem[]; label: string }) {
  return (
    <ul className="interval-list" aria-label={label}>
      {items.map(({ key, head, end, intervals, note }) => (
        <li key={key}>
          <h2>
            {head.href ? <a href={head.href}>{head.name}</a> : head.name}
            {end && <span className="num">{end}</span>}
          </h2>
          {head.sub && <p>{head.sub}</p>}
          <MiniStrip intervals={intervals} {...span} />
          <Choices intervals={intervals} />
          {note && <p>{note}</p>}
        </li>
      ))}
    </ul>
  );
}

function Choices({ intervals }: { intervals: readonly BoardPiece[] }) {
  const choices = intervals.filter(
    ({ kind, href, fromCol, toCol }) => kind === 'selected' || (href && (kind === 'mine' || toCol - fromCol >= 2)),
  );
  if (choices.length === 0) return null;
  return (
    <ul className="num">
      {choices.map((choice) => (
        <li key={`${choice.fromCol}-${choice.kind}`}>
          <Choice {...choice} />
        </li>
      ))}
    </ul>
  );
}

function Choice({ kind, label, listLabel = label, href, ariaLabel }: BoardPiece) {
  const className = `interval-choice interval-choice-${kind}`;
  const current = kind === 'selected' ? 'true' : undefined;
  if (!href) {
    return (
      <span className={className} aria-current={current}>
        {listLabel}
      </span>
    );
  }
  return (
    <a className={className} href={href} aria-label={kind === 'mine' ? undefined : ariaLabel} aria-current={current}>
      {listLabel}
    </a>
  );
}
