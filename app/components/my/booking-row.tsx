import type { ReactNode } from 'react';

export type BookingRowProps = {
  /** Left out for somebody who may not see the booking itself. */
  href?: string | undefined;
  date: { day: string; month: string; dateTime?: string | undefined };
  title: string;
  when: string;
  /** A `Tag`, a price. */
  end?: ReactNode;
};

/** One booking in a list, its date as a block. A list item. */
export function BookingRow({ href, date, title, when, end }: BookingRowProps) {
  const row = (
    <>
      <time className="date-block num" dateTime={date.dateTime}>
        <b>{date.day}</b>
        <span>{date.month}</span>
      </time>
      <span>
        <b>{title}</b>
        <span className="list-row-sub num">{when}</span>
      </span>
      {end}
    </>
  );
  if (href === undefined) return <li className="list-row list-row-dated">{row}</li>;
  return (
    <li>
      <a className="list-row list-row-dated" href={href}>
        {row}
      </a>
    </li>
  );
}
