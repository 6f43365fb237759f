import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

/** The way back to where one came from. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a className="back-link" href={href}>
      <Icon name="chevron-left" />
      {label}
    </a>
  );
}

export type PageHeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string } | undefined;
  actions?: ReactNode;
  /** Large for a page about one thing; medium for lists and tools. */
  size?: 'large' | 'medium' | undefined;
};

/** The page's one h1 with what belongs to it. */
export function PageHead({ title, lead, back, actions, size = 'large' }: PageHeadProps) {
  return (
    <>
      {back && <BackLink {...back} />}
      <div className="page-head">
        <div>
          <h1 className={size === 'large' ? 'title' : 'h2'}>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="row-of">{actions}</div>}
      </div>
    </>
  );
}
