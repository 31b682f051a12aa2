import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { GrantState, TrancheState } from '../codes.ts';
import { fundingWords } from '../words.ts';

const tones: Readonly<Record<GrantState, Tone>> = {
  proposed: 'saffron', approved: 'door', specifications_signed: 'door', certified: 'door', paid_part: 'olive', paid: 'olive', closed: 'olive', cancelled: 'rose',
};
const trancheTones: Readonly<Record<TrancheState, Tone>> = { waiting: 'saffron', released: 'door', paid: 'olive', dropped: 'rose' };

/** Where a grant stands, in a word. */
export const GrantBadge = ({ view, state }: { view: View; state: GrantState }): ReactNode => <Badge tone={tones[state]}>{fundingWords(view)(`state.${state}`)}</Badge>;

/** Where a tranche stands, in a word. */
export const TrancheBadge = ({ view, state }: { view: View; state: TrancheState }): ReactNode => <Badge tone={trancheTones[state]}>{fundingWords(view)(`tranche.state.${state}`)}</Badge>;
