import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import type { AgreementState } from './agreement-state.ts';

const tones: Readonly<Record<AgreementState, Tone>> = {
  draft: 'door', negotiated: 'door', approved: 'door', 'partially-signed': 'saffron', 'awaiting-start': 'saffron', 'in-force': 'olive',
  suspended: 'clay', expired: 'rose', renewed: 'door', terminated: 'rose',
};

/** Where an agreement stands, in one word. */
export const AgreementBadge = ({ view, state }: { view: View; state: AgreementState }): ReactNode => (
  <Badge tone={tones[state]}>{networkWords(view)(`agreement.state.${state}`)}</Badge>
);
