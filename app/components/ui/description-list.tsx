import type { ReactNode } from 'react';

export type DescriptionItem = { term: ReactNode; value: ReactNode; key?: string | undefined };

/** Pairs of a word and its value, one a row. */
export function DescriptionList({ items }: { items: readonly DescriptionItem[] }) {
  return (
    <dl className="description-list">
      {items.map(({ term, value, key }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
