import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { StateBadge } from '../case-sheet/case-head.tsx';
import { caseKinds, isOpen } from '../codes.ts';
import { caseWords } from '../words.ts';
import { stateFilters } from './case-filter.ts';
import { caseList } from './case-list.query.ts';
import type { NamedFile } from './named-files.ts';

type List = Awaited<ReturnType<(typeof caseList)['spec']['run']>>;

/** The files of the hub, or one's own: what is due first stands first. For a coach this is her home. */
export const caseListPage = definePage<View>({
  path: '/cases',
  audience: 'staff',
  needs: 'accompaniment.case-list',
  namesPersons: true,
  menu: { label: (reader) => caseWords(reader)('menu'), order: 15, group: 'people', icon: 'folder' },
  show: async (visit) => {
    const { view, search, may } = visit;
    const words = caseWords(view);
    const list = await visit.ask(caseList, {
      state: search.state, worker: search.worker, nobody: search.nobody, kind: search.kind, overdue: search.overdue, sort: search.sort, page: search.page,
    });
    const mine = list.workers.length === 0;
    return {
      title: words(mine ? 'list.mine' : 'list.title'),
      body: (
        <Stack>
          <PageTitle lede={words(mine ? 'list.mine_lede' : 'list.lede')} actions={may('accompaniment.workload') ? <LinkButton kind="quiet" icon="chart" href="/cases/workload">{words('workload.title')}</LinkButton> : null}>
            {words(mine ? 'list.mine' : 'list.title')}
          </PageTitle>
          <Choosing visit={visit} list={list} />
          <Files view={view} list={list} />
          {list.files.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.count} /> : null}
        </Stack>
      ),
    };
  },
});

const Choosing = ({ visit: { view, search }, list }: { visit: Visit<View>; list: List }): ReactNode => {
  const words = caseWords(view);
  const f = { view, values: { state: 'open', ...search }, errors: {}, unmarked: true };
  return (
    <Filters view={view}>
      <SelectField {...f} name="state" label={words('list.state')} choices={stateFilters.map((value) => ({ value, label: words(value === 'open' || value === 'all' ? `list.${value}` : `state.${value}`) }))} />
      <SelectField {...f} orAll name="kind" label={words('list.kind')} choices={caseKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
      {list.workers.length ? <SelectField {...f} orAll name="worker" label={words('list.worker')} choices={list.workers.map(({ account, name }) => ({ value: account, label: name, named: true }))} /> : null}
      <Checkbox {...f} name="overdue" label={words('list.overdue')} />
      {list.workers.length ? <Checkbox {...f} name="nobody" label={words('list.nobody')} /> : null}
    </Filters>
  );
};

const Files = ({ view, list }: { view: View; list: List }): ReactNode => {
  const words = caseWords(view);
  return (
    <Table
      view={view} caption={words('list.title')} rows={list.files} rowKey={({ id }) => id} rowHref={({ id }) => `/cases/${id}`} sort={list.sort}
      empty={<EmptyState title={words('list.none')}>{words('list.none_text')}</EmptyState>}
      columns={[
        { key: 'client', label: words('list.client'), cell: ({ client }) => (client ? <ClientLabel view={view} client={client} /> : words('hidden')) },
        { key: 'kind', label: words('list.kind'), cell: ({ kind }) => words(`kind.${kind}`) },
        { key: 'state', label: words('list.state'), cell: ({ state }) => <StateBadge view={view} state={state} /> },
        { key: 'worker', label: words('list.worker'), cell: (file) => <Worker view={view} file={file} /> },
        { key: 'next', label: words('list.next'), sortable: true, cell: ({ nextOn }) => (nextOn ? <span><CalendarDate view={view} value={nextOn} /> {nextOn < list.today ? <Badge tone="clay" icon="clock">{words('late')}</Badge> : null}</span> : '') },
        { key: 'opened', label: words('opened'), sortable: true, cell: ({ openedAt }) => <OnDate view={view} value={openedAt} /> },
      ]}
    />
  );
};

/** Who accompanies, or that she was only asked, or that nobody does yet; nothing where the file is over. */
export const Worker = ({ view, file: { worker, state } }: { view: View; file: NamedFile }): ReactNode => {
  const words = caseWords(view);
  if (!worker && !isOpen(state)) return null;
  if (!worker) return <span className="soft">{words('team.nobody')}</span>;
  return <span><Bdi>{worker.name}</Bdi>{worker.asked ? <> <Badge tone="saffron">{words('assignment.proposed')}</Badge></> : null}</span>;
};
