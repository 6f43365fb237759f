import type { ReactNode } from 'react';

export type HouseSectionProps = {
  id: string;
  title: string;
  /** How many doors are in each state. */
  counts: readonly { value: number; label: string }[];
  /** `TenDoors wide`. */
  doors: ReactNode;
};

/** Who is in the house: a heading in the page's width, the doors from wall to wall. The doors are the landmark, as they scroll. */
export function HouseSection({ id, title, counts, doors }: HouseSectionProps) {
  return (
    <section className="house-section">
      <div className="wrap house-section-head">
        <h2 className="h2" id={id}>
          {title}
        </h2>
        <p className="door-counts">
          {counts.map(({ value, label }) => (
            <span key={label}>
              <b>{value}</b> {label}
            </span>
          ))}
        </p>
      </div>
      {doors}
    </section>
  );
}
