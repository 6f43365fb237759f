import type { ReactNode } from 'react';

export type PriceLine = { key: string; text: ReactNode; amount: string };

export type PriceLinesProps = {
  lines: readonly PriceLine[];
  /** Left out when nothing is taken off. */
  full?: { text: string; amount: string } | undefined;
  /** What others pay, with a line on who and why. */
  supports?: readonly (PriceLine & { note?: string | undefined })[] | undefined;
  total: { text: string; amount: string };
  vatNote?: string | undefined;
};

/** Every line of a price: full price, support, and what it comes to. */
export function PriceLines({ lines, full, supports = [], total, vatNote }: PriceLinesProps) {
  return (
    <>
      <dl className="price-lines num">
        {lines.map(({ key, text, amount }) => (
          <div key={key}>
            <dt>{text}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        {full && (
          <div className="price-full">
            <dt>{full.text}</dt>
            <dd>{full.amount}</dd>
          </div>
        )}
        {supports.map(({ key, text, note, amount }) => (
          <div key={key} className="price-support">
            <dt>
              {text}
              {note && <small>{note}</small>}
            </dt>
            <dd>{amount}</dd>
          </div>
        ))}
        <div className="price-total">
          <dt>{total.text}</dt>
          <dd aria-live="polite">{total.amount}</dd>
        </div>
      </dl>
      {vatNote && <p className="price-vat num">{vatNote}</p>}
    </>
  );
}
