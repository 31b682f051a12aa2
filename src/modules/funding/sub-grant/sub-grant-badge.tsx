import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import type { View } from '#ui/view.ts';
import type { SubGrantState } from '../codes.ts';
import { fundingWords } from '../words.ts';

const stopped: readonly SubGrantState[] = ['inadmissible', 'not_awarded', 'withdrawn'];
const waiting: readonly SubGrantState[] = ['proposal', 'admissible', 'evaluated'];

/** Where a sub-grant stands, in a word. */
export const SubGrantBadge = ({ view, state }: { view: View; state: SubGrantState }): ReactNode =>
  <Badge tone={stopped.includes(state) ? 'rose' : waiting.includes(state) ? 'saffron' : 'olive'}>{fundingWords(view)(`sstate.${state}`)}</Badge>;
