import type { ReactNode } from 'react';

/** The greeting on top of my page. */
export function MyGreeting({ title, text }: { title: string; text?: ReactNode }) {
  return (
    <div className="my-greeting">
      <h1 className="h2">{title}</h1>
      {text && <p>{text}</p>}
    </div>
  );
}

/** My page: what comes next at the left, the lists at the right, what was below; one column in this order on a phone. */
export function MyColumns({ children, side, below }: { children: ReactNode; side: ReactNode; below?: ReactNode }) {
  return (
    <div className="my-columns">
      <div className="my-first">{children}</div>
      <div className="my-side">{side}</div>
      {below && <div className="my-below">{below}</div>}
    </div>
  );
}
