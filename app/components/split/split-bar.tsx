type Part = { position: number; amountOre: number; state: 'open' | 'paid' | 'covered' };

/** The price as planks of a wall, one a share, as wide as it is large; those that are paid are painted. The words beside it say the same. */
export function SplitBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="split-bar" aria-hidden="true">
      {parts.map(({ position, amountOre, state }) => (
        <span key={position} className={`split-plank split-plank-${state}`} style={{ flexGrow: amountOre }} />
      ))}
    </div>
  );
}
