import type { ReactNode } from 'react';

/** The manager's two columns: the work at the left, the numbers at the right. */
export function DeskColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="desk-columns">
      <div>{children}</div>
      <div className="desk-side">{side}</div>
    </div>
  );
}
