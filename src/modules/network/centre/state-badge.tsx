import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';

/** The state of a centre in one word: existing, under works, upgraded. */
export const StateBadge = ({ view, state }: { view: View; state: 'existing' | 'works' | 'upgraded' }): ReactNode => {
  const looks = { existing: ['door', 'home'], works: ['saffron', 'tools'], upgraded: ['olive', 'check'] } as const;
  const [tone, icon] = looks[state];
  return <Badge tone={tone} icon={icon}>{networkWords(view)(`centre.state.${state}`)}</Badge>;
};
