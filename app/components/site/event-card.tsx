import type { ReactNode } from 'react';

export type EventCardProps = {
  href: string;
  title: string;
  /** When and where. */
  when: string;
  dateTime?: string | undefined;
  text?: ReactNode;
  /** Price or "Gratis", in bold. */
  price?: string | undefined;
  /** Places left, how many are coming. */
  places?: string | undefined;
  /** `EventPoster`, or an image. */
  picture: ReactNode;
  /** The heading's level: 3 under a section's heading. */
  level?: 2 | 3 | undefined;
  /** The first and largest. */
  large?: boolean | undefined;
};

/** One event with its picture. */
export function EventCard(props: EventCardProps) {
  const { href, title, when, dateTime, text, price, places, picture, level = 3, large } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={large ? 'event-card event-card-large' : 'event-card'}>
      <figure>{picture}</figure>
      <div>
        <time className="event-when num" dateTime={dateTime}>
          {when}
        </time>
        <Heading>
          <a href={href}>{title}</a>
        </Heading>
        {text && <p className="event-text">{text}</p>}
        {(price || places) && (
          <p className="event-facts num">
            {price && <b>{price}</b>}
            {price && places && ' · '}
            {places}
          </p>
        )}
      </div>
    </article>
  );
}

/** The next event large, the ones after it beside it. */
export function EventSpread({ first, others }: { first: ReactNode; others: ReactNode }) {
  return (
    <div className="event-spread">
      {first}
      <div>{others}</div>
    </div>
  );
}
