import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { type Step, Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { orientationWords } from '../orientation-words.ts';
import type { SlipStep } from './slip-step.ts';

/** The road as a slip draws it, in neutral steps: where she is now and what comes. Without steps it stops at the orientation. */
export const SlipSteps = ({ view, steps }: { view: View; steps: readonly { readonly step: SlipStep; readonly at: Date }[] }): ReactNode => {
  const words = orientationWords(view);
  const at = new Map(steps.map((one) => [one.step, one.at]));
  const answered: SlipStep = at.has('declined') && !at.has('accepted') ? 'declined' : 'accepted';
  const road: readonly SlipStep[] = ['received', 'oriented', 'sent', answered, 'served'];
  const reached = road.findLastIndex((step) => at.has(step) || (steps.length === 0 && step === 'oriented'));
  const drawn = road.map((step, index): Step => {
    const when = at.get(step);
    const state = index < reached ? 'done' : index === reached ? (step === 'declined' ? 'stopped' : 'current') : 'next';
    return { key: step, label: words(`step.${step}`), state, ...(when ? { note: <OnDate view={view} value={when} /> } : {}) };
  });
  return <Steps view={view} label={words('step.road')} steps={drawn} />;
};
