import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { matchingWords } from '../matching/matching-words.ts';
import { peopleWords } from '../words.ts';
import { mergeList } from './merge-list.ts';
import { MergeState } from './merge-story.tsx';
import type { MergeCard } from './merges-of.ts';

const compareHref = ({ survivor, absorbed }: MergeCard) => `/people/${survivor.id}/compare/${absorbed.id}`;

/** Which files wait to be taken for one person, and which were. */
export const mergesPage = definePage<View>({
  path: '/people/merges',
  audience: 'staff',
  needs: 'people.merge-list',
  namesPersons: true,
  show: async ({ view, ask, may }) => {
    const words = peopleWords(view);
    const { waiting, decided } = await ask(mergeList, {});
    return {
      title: words('merge.list'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/people', label: words('back') }} lede={words('merge.list_lede')} actions={may('people.possible-doubles') ? <LinkButton kind="quiet" icon="search" href="/people/doubles">{matchingWords(view)('doubles.title')}</LinkButton> : null}>{words('merge.list')}</PageTitle>
          <h2>{words('merge.waiting')}</h2>
          <Table<MergeCard>
            view={view} caption={words('merge.waiting')} columns={columnsOf(view)} rows={waiting} rowKey={({ id }) => id} rowHref={compareHref}
            empty={<EmptyState title={words('merge.none_waiting')}>{words('merge.none_waiting_text')}</EmptyState>}
          />
          {decided.length === 0 ? null : <h2>{words('merge.decided')}</h2>}
          {decided.length === 0 ? null : <Table<MergeCard> view={view} caption={words('merge.decided')} columns={columnsOf(view)} rows={decided} rowKey={({ id }) => id} rowHref={compareHref} />}
        </Stack>
      ),
    };
  },
});

function columnsOf(view: View): readonly Column<MergeCard>[] {
  const words = peopleWords(view);
  return [
    { key: 'stays', label: words('merge.stays'), cell: ({ survivor }) => <PersonName name={survivor.name} other={survivor.other} /> },
    { key: 'goes', label: words('merge.goes'), cell: ({ absorbed }) => <PersonName name={absorbed.name} other={absorbed.other} /> },
    { key: 'reason', label: words('merge.reason'), cell: ({ reason }) => words(`merge.reason.${reason}`) },
    { key: 'who', label: words('merge.proposed_by'), cell: ({ proposed }) => <span><Bdi>{proposed.who ?? words('merge.somebody')}</Bdi>, <OnDate view={view} value={proposed.at} /></span> },
    { key: 'state', label: words('merge.state'), cell: (merge) => <MergeState view={view} merge={merge} /> },
  ];
}
