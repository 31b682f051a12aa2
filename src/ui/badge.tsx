import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { type Tone, toneIcon } from './tone.ts';

/** A state in one word with its icon: "open", "late", "paid". Colour only underlines what the word says. */
export const Badge = ({ tone = 'door', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }): ReactNode => (
  <span className={`badge ${tone}`}>
    <Icon name={icon ?? toneIcon[tone]} />
    {children}
  </span>
);
