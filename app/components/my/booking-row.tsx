import type { ReactNode } from 'react';

export type BookingRowProps = {
  href: string;
  date: { day: string; month: string; dateTime?: string | undefined };
  title: string;
  when: string;
  /** A `Tag`, a price. */
  end?: ReactNode;
};

/** One booking in a list, its date as a block. A list item. */
export function BookingRow({ href, date, title, when, end }: BookingRowProps) {
  return (
    <li>
      <a className="list-row list-row-dated" href={href}>
        <time className="date-block num" dateTime={date.dateTime}>
          <b>{date.day}</b>
          <span>{date.month}</span>
        </time>
        <span>
          <b>{title}</b>
          <span className="list-row-sub num">{when}</span>
        </span>
        {end}
      </a>
    </li>
  );
}
