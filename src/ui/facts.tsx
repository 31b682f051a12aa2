import type { ReactNode } from 'react';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

export interface Fact {
  readonly label: ReactNode;
  /** An empty value is shown as "Not known", never as a blank. */
  readonly value: ReactNode;
}

/** What is known of someone or something, as pairs of words and values. `false` entries are left out. */
export const Facts = ({ view, facts }: { view: View; facts: readonly (Fact | false | null | undefined)[] }): ReactNode => (
  <dl className="facts">
    {facts
      .filter((fact): fact is Fact => Boolean(fact))
      .map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{isBlank(value) ? <span className="soft">{uiWords(view)('unknown')}</span> : value}</dd>
        </div>
      ))}
  </dl>
);

const isBlank = (value: ReactNode): boolean => value === null || value === undefined || value === '';
