import { definePage } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { InLang } from '../show/in-lang.tsx';
import { typeName } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';
import { decisions } from './decisions.query.ts';

type Row = Awaited<ReturnType<(typeof decisions)['spec']['run']>>['decisions'][number];
const states = ['open', 'done', 'dropped'] as const;

/** The committee's decisions: who does what by when, late ones marked. */
export const decisionsPage = definePage<View>({
  path: '/decisions',
  audience: 'staff',
  needs: 'directory.decisions',
  menu: { label: (reader) => directoryWords(reader)('menu.decisions'), order: 46, group: 'services', icon: 'check' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = directoryWords(view);
    const state = states.find((one) => one === search.state);
    const { decisions: rows } = await visit.ask(decisions, { state });
    const add = visit.may('directory.open-committee-decision') ? <LinkButton href="/decisions/new" icon="plus">{words('decisions.new')}</LinkButton> : null;
    return {
      title: words('decisions.title'),
      body: (
        <Stack>
          <PageTitle lede={words('decisions.lede')} actions={add}>{words('decisions.title')}</PageTitle>
          <Filters view={view}>
            <SelectField orAll view={view} errors={{}} required values={search} name="state" label={words('decisions.state')} choices={states.map((value) => ({ value, label: words(`decisions.state.${value}`) }))} />
          </Filters>
          <Table
            view={view} caption={words('decisions.title')} columns={columnsOf(view, (row) => visit.may('directory.close-decision') && row.hub === visit.actor.hub)}
            rows={rows} rowKey={({ id }) => id} empty={<EmptyState title={words('decisions.empty')} action={add}>{words('decisions.empty_help')}</EmptyState>}
          />
        </Stack>
      ),
    };
  },
});

function columnsOf(view: View, mayClose: (row: Row) => boolean): readonly Column<Row>[] {
  const words = directoryWords(view);
  return [
    { key: 'what', label: words('decisions.what'), cell: ({ what, outcome }) => <span><InLang view={view} value={what} />{Object.keys(outcome).length ? <small className="soft"><br /><InLang view={view} value={outcome} /></small> : null}</span> },
    { key: 'owner', label: words('decisions.owner'), cell: ({ ownerNames }) => <InLang view={view} value={ownerNames} /> },
    {
      key: 'about', label: words('decisions.about'),
      cell: ({ serviceType, territory }) => <span>{serviceType ? typeName(view, serviceType) : null}{serviceType && territory ? ' – ' : null}{territory ? <InLang view={view} value={territory} /> : null}</span>,
    },
    { key: 'due', label: words('decisions.due_on'), cell: ({ dueOn, late }) => <span><CalendarDate view={view} value={dueOn} />{late ? <> <Badge tone="rose" icon="warning">{words('decisions.late')}</Badge></> : null}</span> },
    {
      key: 'state', label: words('decisions.state'),
      cell: (row) => row.state === 'open' && mayClose(row) ? <a href={`/decisions/${row.id}/close`}>{words('decisions.close')}</a> : words(`decisions.state.${row.state}`),
    },
  ];
}
