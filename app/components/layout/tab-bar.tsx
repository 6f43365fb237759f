import { Icon, type IconName } from '../ui/icon';

export type TabBarLink = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean | undefined;
};

/** Four shortcuts within reach of the thumb. Phones only. */
export function TabBar({ label, links }: { label: string; links: readonly TabBarLink[] }) {
  return (
    <nav className="tab-bar" aria-label={label}>
      <ul>
        {links.map(({ href, label: text, icon, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <Icon name={icon} />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
