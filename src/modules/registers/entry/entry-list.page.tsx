import { definePage } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { type Kind, kinds, statesOf } from '../machines.ts';
import { CountingBadge, Days, rowChoices, Said, slugs, StateBadge, stateWord, wordChoices } from '../show.tsx';
import { registersWords } from '../words.ts';
import { entryList, type ListedEntry } from './entry-list.query.ts';

const columnsOf = (view: View, kind: Kind): Column<ListedEntry>[] => {
  const words = registersWords(view);
  const dated = kind === 'study_visit' || kind === 'event' || kind === 'pilot';
  return [
    { key: 'name', label: words('col.name'), cell: ({ names }) => <Said view={view} of={names} /> },
    { key: 'body', label: words(`body.${kind}`), cell: ({ body }) => <Said view={view} of={body} /> },
    ...(dated ? [{ key: 'days', label: words('f.days'), cell: ({ starts_on, ends_on }: ListedEntry) => (starts_on ? <Days view={view} from={starts_on} to={ends_on} /> : null) }] : []),
    { key: 'programme', label: words('f.programme'), cell: ({ programme }) => (programme ? <Said view={view} of={programme} /> : null) },
    { key: 'state', label: words('col.state'), cell: ({ state }) => <StateBadge view={view} kind={kind} state={state} /> },
    { key: 'since', label: words('col.since'), cell: ({ state_on }) => <CalendarDate view={view} value={state_on} /> },
    { key: 'counts', label: words('col.counts'), cell: ({ counting }) => <CountingBadge view={view} kind={kind} counting={counting} /> },
  ];
};

/** One page for each register: what it holds, where each stands, whether it counts and why not. */
export const entryPages = kinds.map((kind) => definePage<View>({
  path: `/registers/${slugs[kind]}`,
  audience: 'staff',
  needs: 'registers.entry-list',
  show: async (visit) => {
    const { view, search, atOnce } = visit;
    const words = registersWords(view);
    const list = await visit.ask(entryList, { kind, state: search.state, programme: search.programme, page: search.page, rows: atOnce });
    const f = { view, values: { ...search }, errors: {}, unmarked: true };
    const add = visit.may('registers.entry-choices') ? <LinkButton icon="plus" href={`/registers/${slugs[kind]}/new`}>{words(`open.${kind}`)}</LinkButton> : null;
    return {
      title: words(`kind.${kind}`),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers', label: words('menu') }} lede={words(`lede.${kind}`)} actions={add}>{words(`kind.${kind}`)}</PageTitle>
          <Filters view={view}>
            <SelectField {...f} orAll name="state" label={words('col.state')} choices={wordChoices(statesOf(kind), (state) => stateWord(view, kind, state))} />
            {list.programmes.length ? <SelectField {...f} orAll name="programme" label={words('f.programme')} choices={rowChoices(view, list.programmes)} /> : null}
          </Filters>
          <Table
            view={view} caption={words(`kind.${kind}`)} rows={list.entries} rowKey={({ id }) => id} rowHref={({ id }) => `/registers/entries/${id}`}
            empty={<EmptyState title={words('list.none')} action={add}>{words(`lede.${kind}`)}</EmptyState>} columns={columnsOf(view, kind)}
          />
          {list.entries.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.count} /> : null}
        </Stack>
      ),
    };
  },
}));
