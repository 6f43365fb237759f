import type { ReactNode } from 'react';

/** The one number of a section, with what it means. */
export function StatNumber({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className="stat-number">
      <p className="stat-number-value num">{value}</p>
      <p>{children}</p>
    </div>
  );
}
