import type { ReactNode } from 'react';

export type FilterTab = {
  href: string;
  label: string;
  count?: number | undefined;
  current?: boolean | undefined;
};

export type FilterTabsProps = {
  label: string;
  tabs: readonly FilterTab[];
  /** What stands at the right, e.g. a legend. */
  end?: ReactNode;
};

/** Links that narrow a list, with how many each one leaves. */
export function FilterTabs({ label, tabs, end }: FilterTabsProps) {
  return (
    <div className="filter-tabs">
      <nav aria-label={label}>
        <ul>
          {tabs.map((tab) => (
            <li key={tab.href}>
              <a href={tab.href} aria-current={tab.current ? 'true' : undefined}>
                {tab.label}
                {tab.count !== undefined && <span className="num">{tab.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {end}
    </div>
  );
}
