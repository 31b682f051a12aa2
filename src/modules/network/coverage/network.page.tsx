import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hubKindNames } from '../hub-kind.ts';
import { Names, PlaceName } from '../shown.tsx';
import { controllerWords } from '../controller-words.ts';
import { networkWords } from '../words.ts';
import { coverage, networkSheet } from './coverage.query.ts';

/** The network: its hubs, and region by region where there is a hub or a centre and where there is none. */
export const networkPage = definePage<View>({
  path: '/network',
  audience: 'staff',
  needs: 'network.network-sheet',
  menu: { label: (reader) => networkWords(reader)('menu.network'), order: 80, group: 'house', icon: 'network' },
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const sheet = await visit.ask(networkSheet, {});
    const places = await visit.ask(coverage, {});
    const open = sheet.hubs.filter((hub) => hub.open);
    const manages = visit.may('network.open-hub');
    const actions = (
      <>
        {manages ? <LinkButton icon="plus" href="/network/hubs/new">{words('hub.open')}</LinkButton> : null}
        <LinkButton kind="quiet" icon="together" href="/network/organizations">{words('organization.list')}</LinkButton>
        {manages ? <LinkButton kind="quiet" icon="scales" href="/network/rules">{words('rules.title')}</LinkButton> : null}
        {visit.may('people.consent-rules') ? <LinkButton kind="quiet" icon="hand" href="/network/consent">{controllerWords(view)('door.consent')}</LinkButton> : null}
        {manages ? <LinkButton kind="quiet" icon="door" href="/network/sign-in">{words('providers.title')}</LinkButton> : null}
        {manages ? <LinkButton kind="quiet" icon="bell" href="/settings/webhooks">{words('settings.programs')}</LinkButton> : null}
      </>
    );
    return {
      title: words('menu.network'),
      body: (
        <Stack>
          <PageTitle lede={words('network.lede')} actions={actions}><Names view={view} of={sheet.names} /></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {sheet.demo ? <Notice view={view}>{words('network.demo')}</Notice> : null}
          <Grid>
            <Figure label={words('network.hubs')}><Num view={view} value={open.length} /></Figure>
            <Figure label={words('network.places_with_hub')}>{words('network.of', { part: places.filter(({ hubs }) => hubs > 0).length, whole: places.length })}</Figure>
            <Figure label={words('centre.upgraded_count')} href="/centres">{words('network.of', { part: sum(places, 'upgraded'), whole: sum(places, 'centres') })}</Figure>
          </Grid>
          <Card title={words('network.hubs')}>
            <Table
              view={view} caption={words('network.hubs')} rows={sheet.hubs} rowKey={({ id }) => id} {...(manages ? { rowHref: ({ id }: { id: string }) => `/settings?hub=${id}` } : {})}
              empty={<EmptyState title={words('network.no_hub')} />}
              columns={[
                { key: 'name', label: words('hub.name'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'kind', label: words('hub.kind'), cell: ({ kind }) => nameFor(hubKindNames[kind], view.locale) },
                { key: 'place', label: words('hub.place'), cell: ({ territoryCode }) => <PlaceName view={view} code={territoryCode} /> },
                { key: 'state', label: words('state'), cell: (hub) => (hub.open ? <Badge tone="olive">{words('hub.is_open')}</Badge> : <Badge tone="clay" icon="cross">{words('hub.is_closed')}</Badge>) },
              ]}
            />
          </Card>
          <Card title={words('network.coverage')}>
            <Table
              view={view} caption={words('network.coverage')} rows={places} rowKey={({ code }) => code}
              columns={[
                { key: 'place', label: words('hub.place'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'hubs', label: words('network.hubs'), numeric: true, cell: ({ hubs }) => (hubs ? <Num view={view} value={hubs} /> : <span className="soft">{words('network.none_here')}</span>) },
                { key: 'centres', label: words('centre.title'), numeric: true, cell: ({ centres }) => <Num view={view} value={centres} /> },
                { key: 'upgraded', label: words('centre.upgraded_count'), numeric: true, cell: ({ upgraded }) => <Num view={view} value={upgraded} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});

const sum = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number => rows.reduce((total, row) => total + row[key], 0);
