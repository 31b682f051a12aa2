import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import type { Deed, MergeCard } from './merges-of.ts';

const tones: Readonly<Record<MergeCard['state'], Tone>> = { proposed: 'saffron', merged: 'olive', declined: 'door', undone: 'clay' };

/** Where a merge stands, in a word and a sign. */
export const MergeState = ({ view, merge }: { view: View; merge: MergeCard }): ReactNode => (
  <Badge tone={tones[merge.state]}>{peopleWords(view)(`merge.state.${merge.state}`)}</Badge>
);

/** Who proposed that two files are one and why, who decided, who undid it. */
export const MergeStory = ({ view, merge }: { view: View; merge: MergeCard }): ReactNode => {
  const words = peopleWords(view);
  const deed = (done: Deed | null) => done && <><Bdi>{done.who ?? words('merge.somebody')}</Bdi>, <AtTime view={view} value={done.at} /></>;
  return (
    <Facts
      view={view}
      facts={[
        { label: words('merge.state'), value: <MergeState view={view} merge={merge} /> },
        { label: words('merge.stays'), value: <PersonName name={merge.survivor.name} other={merge.survivor.other} /> },
        { label: words('merge.reason'), value: <>{words(`merge.reason.${merge.reason}`)} · <Bdi>{merge.words}</Bdi></> },
        { label: words('merge.proposed_by'), value: deed(merge.proposed) },
        merge.decided && { label: words(merge.state === 'declined' ? 'merge.declined_by' : 'merge.decided_by'), value: <>{deed(merge.decided)}{merge.alone ? <> · {words('merge.alone')}</> : null}</> },
        merge.undone && { label: words('merge.undone_by'), value: <>{deed(merge.undone)} · <Bdi>{merge.undone.why}</Bdi></> },
      ]}
    />
  );
};
