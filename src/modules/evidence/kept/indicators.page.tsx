import { definePage } from '#core/page.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { indicatorList } from './indicator-list.query.ts';
import { keptName } from './kept-shown.tsx';
import { keptWords } from './kept-words.ts';
import { loadIndicatorSet } from './load-set.ts';
import { readySet, setCodes } from './ready-sets.ts';

/** Everything that is counted by definitions kept as rows: the network's, by set, and the hub's own. */
export const indicatorsPage = definePage<View>({
  path: '/indicators',
  audience: 'staff',
  needs: 'evidence.indicator-list',
  menu: { label: (reader) => keptWords(reader)('indicators'), order: 62, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view } = visit;
    const words = keptWords(view);
    const rows = await visit.ask(indicatorList, {});
    const groups = [...new Set(rows.map(({ hub, set }) => (hub ? 'hub' : (set ?? 'network'))))];
    const add = visit.may('evidence.open-indicator') ? <LinkButton icon="plus" href="/indicators/new">{words('new')}</LinkButton> : null;
    const load = visit.may('evidence.load-indicator-set') ? <LinkButton kind="quiet" icon="download" href="/indicators/sets">{words('sets')}</LinkButton> : null;
    const titleOf = (group: string): string => {
      const set = setCodes.find((code) => code === group);
      return group === 'hub' && rows.some(({ hub }) => hub) ? words('of_hub') : set ? keptName(view, readySet(set).names) : words('of_network');
    };
    return {
      title: words('indicators'),
      body: (
        <Stack>
          <PageTitle lede={words('indicators.lede')} actions={<>{add}{load}</>}>{words('indicators')}</PageTitle>
          {rows.length ? null : <EmptyState title={words('none')} action={add ?? load}>{words('none.says')}</EmptyState>}
          {groups.map((group) => (
            <Card key={group} title={titleOf(group)}>
              <Table
                view={view} caption={titleOf(group)} rows={rows.filter(({ hub, set }) => (hub ? 'hub' : (set ?? 'network')) === group)} rowKey={({ id }) => id} rowHref={({ id }) => `/indicators/${id}`}
                columns={[
                  { key: 'name', label: words('name'), cell: ({ now }) => <Bdi>{keptName(view, now.names)}</Bdi> },
                  { key: 'unit', label: words('unit'), cell: ({ now }) => words(`unit.${now.unit}`) },
                  { key: 'source', label: words('source'), cell: ({ now }) => (now.source === 'context' ? <Badge tone="saffron">{words('source.context')}</Badge> : words(`source.${now.source}`)) },
                  { key: 'version', label: words('version'), cell: ({ now }) => <Num view={view} value={now.version} /> },
                ]}
              />
            </Card>
          ))}
        </Stack>
      ),
    };
  },
});

/** The ready sets one may take into the network. */
export const setsPage = definePage<View>({
  path: '/indicators/sets',
  audience: 'staff',
  needs: 'evidence.load-indicator-set',
  show: ({ view, values, errors }) => {
    const words = keptWords(view);
    return {
      title: words('sets'),
      body: (
        <Stack>
          <PageTitle lede={words('sets.lede')} back={{ href: '/indicators', label: words('indicators') }}>{words('sets')}</PageTitle>
          <Card>
            <Form view={view} values={values} errors={errors}>
              <Radios view={view} values={values} errors={errors} name="set" label={words('set')} required choices={setCodes.map((value) => {
                const { names, indicators } = readySet(value);
                return { value, label: keptName(view, names), named: true as const, help: words('set.holds', { count: indicators.length }) };
              })} />
              <Buttons><Button icon="download">{words('sets.load')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: loadIndicatorSet, leadsTo: () => '/indicators' },
});
