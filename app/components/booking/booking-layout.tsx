import type { ReactNode } from 'react';

/** The booking page: choices at the left, the sheet at the right; below one another on a phone. */
export function BookingLayout({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="booking-layout">
      <div>{children}</div>
      {side}
    </div>
  );
}

/** One question of the booking page, its name at the left. */
export function BookingBlock({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="booking-block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

/** Day, from, to in one row. */
export function WhenFields({ children }: { children: ReactNode }) {
  return <div className="when-fields num">{children}</div>;
}
