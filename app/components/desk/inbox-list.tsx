import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon';

export type InboxItem = {
  key: string;
  icon: IconName;
  title: ReactNode;
  text: ReactNode;
  /** How long it has waited: "nå", "4 t". */
  since: string;
  dateTime?: string | undefined;
  /** Its one action, two where there is a choice. Filled on the hot row only. */
  action: ReactNode;
  /** The most urgent row. */
  hot?: boolean | undefined;
};

/** What needs a human, one line each with its one action. */
export function InboxList({ items, label }: { items: readonly InboxItem[]; label: string }) {
  return (
    <ul className="inbox" aria-label={label}>
      {items.map(({ key, icon, title, text, since, dateTime, action, hot }) => (
        <li key={key} className={hot ? 'inbox-hot' : undefined}>
          <Icon name={icon} />
          <div>
            <h3>{title}</h3>
            <p className="num">{text}</p>
          </div>
          <time dateTime={dateTime}>{since}</time>
          <div className="inbox-action">{action}</div>
        </li>
      ))}
    </ul>
  );
}
