import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: ReactNode;
  /** 2 where it stands for the page's main part, below no heading of a section. */
  level?: 2 | 3 | undefined;
  children?: ReactNode;
  actions?: ReactNode;
  drawing?: ReactNode;
};

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({ title, level = 3, children, actions, drawing }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty-state">
      {drawing && <div className="empty-state-drawing">{drawing}</div>}
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="row-of">{actions}</div>}
    </div>
  );
}
