import type { ReactNode } from 'react';
import { SkipLink } from '../ui/skip-link';
import { SiteFooter, type SiteFooterProps } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';

export type PageShellProps = {
  skipLabel: string;
  header: SiteHeaderProps;
  footer?: SiteFooterProps | undefined;
  /** After the footer, e.g. the phone's tab bar. */
  after?: ReactNode;
  children: ReactNode;
};

/** The frame of every public page and of my page. */
export function PageShell({ skipLabel, header, footer, after, children }: PageShellProps) {
  return (
    <div className="page-shell">
      <SkipLink label={skipLabel} />
      <SiteHeader {...header} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer && <SiteFooter {...footer} />}
      {after}
    </div>
  );
}
