import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon';
import { SkipLink } from '../ui/skip-link';
import { VisuallyHidden } from '../ui/visually-hidden';
import { Logo } from './logo';
import { PhoneMenu } from './phone-menu';

export type AdminNavLink = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean | undefined;
  /** How many wait there, with what is counted in words. */
  count?: { value: number; label: string } | undefined;
};

export type AdminShellProps = {
  skipLabel: string;
  home: { href: string; name: string };
  navLabel: string;
  menuLabel: string;
  links: readonly AdminNavLink[];
  sidebarFoot?: ReactNode;
  /** Search and date, above the page. */
  top?: ReactNode;
  children: ReactNode;
};

/** The manager's frame: dark sidebar, or a top bar with a menu on a phone. */
export function AdminShell(props: AdminShellProps) {
  const { skipLabel, home, navLabel, menuLabel, links, sidebarFoot, top, children } = props;
  return (
    <>
      <SkipLink label={skipLabel} />
      <div className="admin-shell">
        <header className="admin-phone-bar">
          <Logo {...home} onDark />
          <PhoneMenu label={menuLabel}>
            <AdminNav label={navLabel} links={links} />
            {sidebarFoot && <div className="sidebar-foot">{sidebarFoot}</div>}
          </PhoneMenu>
        </header>
        <header className="sidebar">
          <div className="sidebar-inner">
            <Logo {...home} onDark />
            <AdminNav label={navLabel} links={links} />
            {sidebarFoot && <div className="sidebar-foot">{sidebarFoot}</div>}
          </div>
        </header>
        <main className="admin-main" id="main" tabIndex={-1}>
          {top && <div className="admin-top">{top}</div>}
          {children}
        </main>
      </div>
    </>
  );
}

function AdminNav({ label, links }: { label: string; links: readonly AdminNavLink[] }) {
  return (
    <nav className="admin-nav" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              <Icon name={link.icon} />
              {link.label}
              {link.count && (
                <span className="admin-nav-count num">
                  {link.count.value}
                  <VisuallyHidden> {link.count.label}</VisuallyHidden>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
