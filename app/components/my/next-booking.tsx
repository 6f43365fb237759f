import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

export type NextBookingProps = {
  /** Names the article, e.g. "Neste bestilling". */
  label: string;
  /** `DoorCode`. */
  gate?: ReactNode;
  when: string;
  what: string;
  /** The two buttons: share, calendar. */
  actions?: ReactNode;
  /** Quiet links: change, cancel. */
  links?: readonly { href: string; label: string }[] | undefined;
  /** The small `Yard` with its pin, and how to get in. */
  map?: { picture: ReactNode; directions: string } | undefined;
};

/** What comes next: door code, when and where, what one can do about it, the way. */
export function NextBooking({ label, gate, when, what, actions, links = [], map }: NextBookingProps) {
  return (
    <article className="next-booking" aria-label={label}>
      {gate}
      <div className="next-booking-body">
        <h2 className="num">{when}</h2>
        <p>{what}</p>
        {actions && <div className="next-booking-actions">{actions}</div>}
        {links.length > 0 && (
          <div className="next-booking-links">
            {links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </div>
        )}
      </div>
      {map && (
        <div className="next-booking-map">
          {map.picture}
          <p>
            <Icon name="pin" />
            {map.directions}
          </p>
        </div>
      )}
    </article>
  );
}
