import type { ReactNode } from 'react';

/** What the house is, in one line and one sentence. */
export function Hero({ title, text }: { title: string; text: ReactNode }) {
  return (
    <div className="hero">
      <h1 className="h1">{title}</h1>
      <p>{text}</p>
    </div>
  );
}
