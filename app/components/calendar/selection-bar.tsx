import type { ReactNode } from 'react';

export type SelectionBarProps = {
  title: string;
  when: ReactNode;
  sum: string;
  sumNote?: string | undefined;
  /** The one button, straw and large. */
  action: ReactNode;
};

/** What is chosen on the board, its price and the one way on. Announced when it changes. */
export function SelectionBar({ title, when, sum, sumNote, action }: SelectionBarProps) {
  return (
    <div className="selection-bar">
      <div className="wrap">
        <div className="selection-bar-words" role="status">
          <p className="num">
            <b>{title}</b>
            {when}
          </p>
          <p className="selection-bar-sum num">
            <b>{sum}</b>
            {sumNote}
          </p>
        </div>
        {action}
      </div>
    </div>
  );
}
