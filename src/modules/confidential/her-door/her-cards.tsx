import type { ReactNode } from 'react';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { EntryFacts } from '../file-sheet/entry-body.tsx';
import { confidentialWords } from '../words.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

/** What she reads by her own words: the meetings to come, then what was agreed. Nothing names her, or what it is about. */
export const HerCards = ({ view, plan, meetings }: { view: View; plan: EntryTold | null; meetings: readonly EntryTold[] }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <>
      <Card title={words('hers.next')}>
        {meetings.length === 0 ? <p>{words('hers.none')}</p> : null}
        {meetings.map((told, at) => <EntryFacts key={at} view={view} kind="meeting" told={told} />)}
      </Card>
      {plan ? <Card title={words('hers.agreed')}><EntryFacts view={view} kind="safety_plan" told={plan} /></Card> : null}
    </>
  );
};
