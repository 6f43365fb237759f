import { useId } from 'react';
import type { RoomState } from './yard-types';

export type YardLegendItem = { state: RoomState; label: string };

/** What the floors of the yard mean. */
export function YardLegend({ label, items }: { label: string; items: readonly YardLegendItem[] }) {
  const id = useId().replaceAll(':', '');
  return (
    <ul className="yard-legend" aria-label={label}>
      {items.map(({ state, label: word }) => (
        <li key={state}>
          <svg viewBox="0 0 22 16" aria-hidden="true">
            <rect className={`yard-${state}`} width="22" height="16" />
            {state === 'busy' && <Hatch id={`${id}-hatch`} />}
            {state === 'shut' && <Dots id={`${id}-dots`} />}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="yard-hatch-line" d="M0 0v7" />
      </pattern>
      <rect width="22" height="16" fill={`url(#${id})`} />
    </>
  );
}

function Dots({ id }: { id: string }) {
  return (
    <>
      <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse">
        <circle className="yard-dot" cx="2" cy="2" r="1.2" />
      </pattern>
      <rect width="22" height="16" fill={`url(#${id})`} />
    </>
  );
}
