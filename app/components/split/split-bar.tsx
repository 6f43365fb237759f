import type { ShareView } from '~/modules/bookings/split/split-page.queries.server';

/** The price as planks of a wall, one a share, as wide as it is large; those that are paid are painted. The words beside it say the same. */
export function SplitBar({ parts }: { parts: readonly ShareView[] }) {
  return (
    <div className="split-bar" aria-hidden="true">
      {parts.map(({ position, amountOre, standing }) => (
        <span key={position} className={`split-plank split-plank-${standing}`} style={{ flexGrow: amountOre }} />
      ))}
    </div>
  );
}
