export type BreakdownTone = 'spruce' | 'straw' | 'mint' | 'expected' | 'grey';
export type BreakdownItem = { key: string; tone: BreakdownTone; label: string; value: string };

export type BreakdownListProps = {
  items: readonly BreakdownItem[];
  total?: { label: string; value: string } | undefined;
};

/** What a number is made of, each part with the colour it has in the chart. */
export function BreakdownList({ items, total }: BreakdownListProps) {
  return (
    <dl className="breakdown num">
      {items.map(({ key, tone, label, value }) => (
        <div key={key}>
          <dt>
            <i className={`breakdown-${tone}`} aria-hidden="true" />
            {label}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
      {total && (
        <div className="breakdown-total">
          <dt>{total.label}</dt>
          <dd>{total.value}</dd>
        </div>
      )}
    </dl>
  );
}
