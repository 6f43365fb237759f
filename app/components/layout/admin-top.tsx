import type { ReactNode } from 'react';

/** The date and time at the right of the manager's top row. */
export function AdminTopNote({ children }: { children: ReactNode }) {
  return <p className="admin-top-note num">{children}</p>;
}

/** The h1 of a manager's page with one quiet line beside it. */
export function AdminHead({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <div className="admin-head">
      <h1>{title}</h1>
      {note && <p>{note}</p>}
    </div>
  );
}
