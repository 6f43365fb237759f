import type { ReactNode } from 'react';

export type StickyPayBarProps = { text: string; amount: string; action: ReactNode };

/** Price and pay button within reach on a phone, until the sheet itself is on screen. */
export function StickyPayBar({ text, amount, action }: StickyPayBarProps) {
  return (
    <div className="pay-bar">
      <p className="num">
        {text}
        <b>{amount}</b>
      </p>
      {action}
    </div>
  );
}
