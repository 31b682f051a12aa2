import type { ReactNode } from 'react';
import { Num } from './amounts.tsx';
import type { View } from './view.ts';

export interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
  readonly count?: number;
}

/** The sides of one subject, each its own page: ordinary links, the present one marked. `label` names the group. */
export const Tabs = ({ view, label, tabs }: { view: View; label: string; tabs: readonly Tab[] }): ReactNode => (
  <nav className="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined} data-swap="">
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="count">
                <Num view={view} value={tab.count} />
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
