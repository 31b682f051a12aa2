import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { View } from '#ui/view.ts';
import { webhooksWords } from '../words.ts';

/** Where a subscription or a message stands, by colour and word. */
export const StateBadge = ({ view, state }: { view: View; state: 'on' | 'paused' | 'disabled' | 'ended' }): ReactNode => {
  const said = webhooksWords(view)(`state.${state}`);
  if (state === 'on') return <Badge tone="olive">{said}</Badge>;
  return state === 'disabled' ? <Badge tone="clay" icon="cross">{said}</Badge> : <Badge tone="saffron">{said}</Badge>;
};

/** The same for one message. */
export const DeliveryBadge = ({ view, state }: { view: View; state: 'waiting' | 'delivered' | 'given-up' }): ReactNode => {
  const said = webhooksWords(view)(`delivery.${state}`);
  if (state === 'delivered') return <Badge tone="olive">{said}</Badge>;
  return state === 'given-up' ? <Badge tone="clay" icon="cross">{said}</Badge> : <Badge tone="saffron">{said}</Badge>;
};
