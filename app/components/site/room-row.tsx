import type { ReactNode } from 'react';

export type RoomRowProps = {
  href: string;
  name: string;
  /** Building, kind, size. */
  facts: string;
  /** "fra 140 kr/t". */
  price: string;
  /** `RoomIllustration`, or a photo. */
  picture: ReactNode;
  /** The heading's level: 3 under a section's heading. */
  level?: 2 | 3 | undefined;
  /** `Tag`, or free times. */
  children?: ReactNode;
};

/** A room in the catalogue. A list item for `RoomRows`. */
export function RoomRow({ href, name, facts, price, picture, level = 2, children }: RoomRowProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li className="room-row">
      <figure>{picture}</figure>
      <div>
        <Heading>
          <a href={href}>{name}</a>
        </Heading>
        <p>{facts}</p>
        <p className="room-row-price num">{price}</p>
        {children}
      </div>
    </li>
  );
}

/** The catalogue of rooms. */
export function RoomRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="room-rows" aria-label={label}>
      {children}
    </ul>
  );
}
