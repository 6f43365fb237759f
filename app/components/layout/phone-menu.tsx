import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

/** The menu of narrow screens. A <details>, so it opens without a script; a change of page closes it. */
export function PhoneMenu({ label, children }: { label: string; children: ReactNode }) {
  const { key } = useLocation();
  return (
    <details className="phone-menu" key={key}>
      <summary>
        <Icon name="menu" />
        {label}
      </summary>
      <div className="phone-menu-panel">{children}</div>
    </details>
  );
}
