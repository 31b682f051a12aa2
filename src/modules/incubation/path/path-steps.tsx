import type { ReactNode } from 'react';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { ventureWords } from '../venture-words.ts';
import type { PathState } from './path.ts';

const stations = ['selected', 'trained', 'incubating', 'plan_validated', 'funded', 'created', 'post_creation', 'consolidated'] as const satisfies readonly PathState[];
const order: Readonly<Partial<Record<PathState, number>>> = { funding_committee: 3 };

/** How far along the stations a state is. */
const placeOf = (state: PathState): number => order[state] ?? stations.indexOf(state as (typeof stations)[number]);

/** Her way as steps: what is behind her, where she is, what comes. Where it stopped, the drawing says so instead of what would have come. */
export const PathSteps = ({ view, state }: { view: View; state: PathState }): ReactNode => {
  const words = ventureWords(view);
  if (state === 'dropped_out' || state === 'ceased') {
    return <Steps view={view} label={words('path')} steps={[{ key: 'selected', label: words('state.selected'), state: 'done' }, { key: state, label: words(`state.${state}`), state: 'stopped' }]} />;
  }
  const now = placeOf(state);
  return (
    <Steps
      view={view} label={words('path')}
      steps={stations.map((station, index) => ({
        key: station, label: words(`state.${station}`), state: index < now || (state === 'consolidated' && index === now) ? 'done' : index === now ? 'current' : 'next',
      }))}
    />
  );
};
