import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { ventureWords } from '../venture-words.ts';
import { onPath, type PathState } from './path.ts';

const tones: Partial<Record<PathState, Tone>> = { selected: 'saffron', created: 'olive', post_creation: 'olive', consolidated: 'olive', ceased: 'clay', dropped_out: 'clay' };

/** Where somebody stands on the way after selection. */
export const PathBadge = ({ view, state }: { view: View; state: string }): ReactNode =>
  onPath(state) ? <Badge tone={tones[state] ?? 'door'}>{ventureWords(view)(`state.${state}`)}</Badge> : null;
