import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { type CentreKind, centreKindNames } from './centre-kind.ts';
import { centreList } from './centre-list.query.ts';
import { StateBadge } from './state-badge.tsx';

const states = ['existing', 'works', 'upgraded'] as const;

/** The inventory of social centres. */
export const centresPage = definePage<View>({
  path: '/centres',
  audience: 'staff',
  needs: 'network.centre-list',
  menu: { label: (reader) => networkWords(reader)('centre.title'), order: 82, group: 'house', icon: 'home' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = networkWords(view);
    const rows = await visit.ask(centreList, { state: states.find((one) => one === search.state) });
    const f = { view, values: search, errors: {} };
    const add = visit.may('network.register-centre') ? <LinkButton icon="plus" href="/centres/new">{words('centre.register')}</LinkButton> : null;
    return {
      title: words('centre.title'),
      body: (
        <Stack>
          <PageTitle lede={words('centre.lede')} actions={add}>{words('centre.title')}</PageTitle>
          <Filters view={view}>
            <SelectField {...f} orAll name="state" label={words('state')} required choices={states.map((value) => ({ value, label: words(`centre.state.${value}`) }))} />
          </Filters>
          <Card>
            <Table
              view={view} caption={words('centre.title')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/centres/${id}`}
              empty={<EmptyState title={words('centre.none')} action={add}>{words('centre.none_says')}</EmptyState>}
              columns={[
                { key: 'name', label: words('centre.name'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'kind', label: words('centre.kind'), cell: ({ kind }) => nameFor(centreKindNames[kind as CentreKind], view.locale) },
                { key: 'place', label: words('hub.place'), cell: ({ territory }) => <PlaceName view={view} code={territory} /> },
                { key: 'condition', label: words('centre.condition'), cell: ({ condition }) => words(`condition.${condition}`) },
                { key: 'checklist', label: words('centre.checklist'), numeric: true, cell: ({ met, of }) => words('network.of', { part: met, whole: of }) },
                { key: 'state', label: words('state'), cell: ({ state, desk }) => <><StateBadge view={view} state={state} /> {desk ? <Badge icon="desk">{words('centre.with_desk')}</Badge> : null}</> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
