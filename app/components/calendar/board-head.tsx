import type { ReactNode } from 'react';

/** The title row of a board: date stepper, link to today, board or list. */
export function BoardHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="board-title">
      <h1 className="h2">{title}</h1>
      {children}
    </div>
  );
}
