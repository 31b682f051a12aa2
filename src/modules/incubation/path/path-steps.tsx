import type { ReactNode } from 'react';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { ventureWords } from '../venture-words.ts';
import type { PathState } from './path.ts';

/**
 * The stations of her way. Money is one of them only while it is before the committee or just given: an enterprise may be created
 * without it. An existing activity enters at development; training is one of its stations only while it stands there.
 */
function stationsOf(state: PathState, stage: 'idea' | 'existing' | null): readonly PathState[] {
  const trains = stage !== 'existing' || state === 'trained';
  const money: readonly PathState[] = state === 'funding_committee' || state === 'funded' ? [state] : [];
  return ['selected', ...(trains ? (['trained'] as const) : []), 'incubating', 'plan_validated', ...money, 'created', 'post_creation', 'consolidated'];
}

/** Her way as steps: what is behind her, where she is, what comes. Where it stopped, the drawing says so instead of what would have come. */
export const PathSteps = ({ view, state, stage }: { view: View; state: PathState; stage: 'idea' | 'existing' | null }): ReactNode => {
  const words = ventureWords(view);
  const stopped = state === 'dropped_out' || state === 'ceased';
  const stations = stopped ? (['selected', state] as const) : stationsOf(state, stage);
  const now = stations.indexOf(state);
  const standing = (index: number) => (index < now || state === 'consolidated' ? 'done' : index > now ? 'next' : stopped ? 'stopped' : 'current');
  return (
    <div className="visit-steps">
      <Steps view={view} label={words('path')} steps={stations.map((station, index) => ({ key: station, label: words(`state.${station}`), state: standing(index) }))} />
    </div>
  );
};
