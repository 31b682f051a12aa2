import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Tab, Tabs } from '#ui/tabs.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { CaseState } from '../codes.ts';
import { caseWords } from '../words.ts';
import type { CaseSheet } from './case-sheet.query.ts';

const sides = ['sheet', 'plan', 'sessions', 'acts', 'team', 'diagnosis', 'closing'] as const;
export type Side = (typeof sides)[number];

const tones: Readonly<Record<CaseState, Tone>> = {
  oriented: 'saffron', in_accompaniment: 'door', graduated: 'olive', dropped_out: 'clay', referred_out: 'olive', transferred: 'olive', closed: 'clay',
};

/** Where a file stands, in a word. */
export const StateBadge = ({ view, state }: { view: View; state: CaseState }): ReactNode => (
  <Badge tone={tones[state]}>{caseWords(view)(`state.${state}`)}</Badge>
);

/** The head of every page of one file: the client, where she is on the path, and the sides of the file. A worker only asked so far sees no sides. */
export const CaseHead = ({ visit, sheet, side, actions }: { visit: Visit<View>; sheet: CaseSheet; side: Side; actions?: ReactNode }): ReactNode => {
  const { view } = visit;
  const words = caseWords(view);
  const asked = sheet.next.kind === 'answer';
  const tabs: Tab[] = sides.filter((each) => each !== 'diagnosis' || sheet.kind === 'organization').map((each) => ({
    href: each === 'sheet' ? `/cases/${sheet.id}` : `/cases/${sheet.id}/${each}`, label: words(`tab.${each}`), current: each === side,
  }));
  return (
    <>
      <PageTitle back={{ href: '/cases', label: words('back') }} lede={<>{words(`kind.${sheet.kind}`)} <StateBadge view={view} state={sheet.state} /></>} actions={actions}>
        {sheet.client ? <ClientLabel view={view} client={sheet.client} /> : words('hidden')}
      </PageTitle>
      {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
      {asked ? null : <Tabs view={view} label={words('tabs')} tabs={tabs} />}
    </>
  );
};
