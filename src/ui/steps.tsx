import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

export interface Step {
  readonly key: string;
  readonly label: ReactNode;
  readonly state: 'done' | 'current' | 'next' | 'stopped';
  readonly icon?: IconName;
  readonly note?: ReactNode;
  readonly href?: string;
}

const marks: Readonly<Record<Step['state'], IconName | undefined>> = {
  done: 'check', current: 'pin', next: undefined, stopped: 'cross',
};

/** A pathway drawn as steps, or the progress of a long form: what is done, where one is now, what comes. `label` names the path. */
export const Steps = ({ view, label, steps }: { view: View; label: string; steps: readonly Step[] }): ReactNode => (
  <ol className="steps" aria-label={label}>
    {steps.map((step) => {
      const mark = step.icon ?? marks[step.state];
      return (
        <li key={step.key} className={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className="step-mark">{mark ? <Icon name={mark} /> : null}</span>
          <span>
            {step.href ? <a href={step.href}>{step.label}</a> : <strong>{step.label}</strong>}
            <small className="soft">{step.note ?? uiWords(view)(`step_${step.state}`)}</small>
          </span>
        </li>
      );
    })}
  </ol>
);
