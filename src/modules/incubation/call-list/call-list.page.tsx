import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { PlaceName, placeChoices } from '#modules/network/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { type Choice, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { standingAt } from '../call/call-window.ts';
import { callWords } from '../call-words.ts';
import { callStates } from '../codes.ts';
import { decisionsWaiting } from '../selection/decide/decisions-waiting.query.ts';
import { CallBadge } from '../show.tsx';
import { callList } from './call-list.query.ts';

/** The calls of the hub, newest first. */
export const callListPage = definePage<View>({
  path: '/calls',
  audience: 'staff',
  needs: 'incubation.call-list',
  menu: { label: (reader) => callWords(reader)('calls'), order: 18, group: 'incubation', also: ['/applications'], icon: 'bell', waiting: decisionsWaiting },
  show: async (visit) => {
    const { view, search, may } = visit;
    const words = callWords(view);
    const list = await visit.ask(callList, { state: search.state, territory: search.territory, page: search.page });
    return {
      title: words('calls'),
      body: (
        <Stack>
          <PageTitle lede={words('calls.lede')} actions={may('incubation.draft-call') ? <LinkButton icon="plus" href="/calls/new">{words('call.new')}</LinkButton> : null}>{words('calls')}</PageTitle>
          <Choosing visit={visit} places={await placeChoices(visit, view.locale.country)} />
          <Table
            view={view} caption={words('calls')} rows={list.calls} rowKey={({ id }) => id} rowHref={({ id }) => `/calls/${id}`}
            empty={<EmptyState title={words('calls.none')}>{words('calls.none_help')}</EmptyState>}
            columns={[
              { key: 'name', label: words('call.name'), cell: ({ names }) => <Said view={view} value={names} /> },
              { key: 'code', label: words('call.code'), cell: ({ code }) => <Ltr>{code}</Ltr> },
              { key: 'state', label: words('call.state'), cell: (call) => <CallBadge view={view} state={standingAt({ state: call.state, opens_at: call.opensAt, closes_at: call.closesAt }, list.now)} /> },
              { key: 'place', label: words('call.place'), cell: ({ territory }) => <PlaceName view={view} code={territory} /> },
              { key: 'closes', label: words('call.closes'), cell: ({ closesAt }) => <AtTime view={view} value={closesAt} /> },
              { key: 'places', label: words('call.places'), numeric: true, cell: ({ places }) => <Num view={view} value={places} /> },
              { key: 'applied', label: words('call.applied'), numeric: true, cell: ({ applied }) => <Num view={view} value={applied} /> },
            ]}
          />
          {list.calls.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.count} /> : null}
        </Stack>
      ),
    };
  },
});

const Choosing = ({ visit: { view, search }, places }: { visit: Visit<View>; places: readonly Choice[] }): ReactNode => {
  const words = callWords(view);
  const f = { view, values: { ...search }, errors: {}, unmarked: true };
  return (
    <Filters view={view}>
      <SelectField {...f} orAll name="state" label={words('call.state')} choices={callStates.map((value) => ({ value, label: words(`call.state.${value}`) }))} />
      <SelectField {...f} orAll name="territory" label={words('call.place')} choices={places} />
    </Filters>
  );
};
