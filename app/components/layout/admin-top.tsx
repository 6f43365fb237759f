import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';
import { Kbd } from '../ui/kbd';

export type CommandButtonProps = {
  /** The search page, for when no script opens the palette. */
  href: string;
  label: string;
  shortcut: string;
  onOpen?: (() => void) | undefined;
};

/** Looks like a search field, opens the command palette. */
export function CommandButton({ href, label, shortcut, onOpen }: CommandButtonProps) {
  return (
    <a
      className="command-button"
      href={href}
      onClick={
        onOpen &&
        ((event) => {
          event.preventDefault();
          onOpen();
        })
      }
    >
      <Icon name="search" />
      {label}
      <Kbd>{shortcut}</Kbd>
    </a>
  );
}

/** The date and time at the right of the manager's top row. */
export function AdminTopNote({ children }: { children: ReactNode }) {
  return <p className="admin-top-note num">{children}</p>;
}

/** The h1 of a manager's page with one quiet line beside it. */
export function AdminHead({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <div className="admin-head">
      <h1>{title}</h1>
      {note && <p>{note}</p>}
    </div>
  );
}
