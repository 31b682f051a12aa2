import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Names, Years } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { programmeList, type ProgrammeRow } from './programme-list.query.ts';

/** Strategy → programme → project: the tree, with what is closed and what lies outside the years of what it belongs to. */
export const programmesPage = definePage<View>({
  path: '/programmes',
  audience: 'staff',
  needs: 'programme.programme-list',
  menu: { label: (reader) => programmeWords(reader)('programmes.title'), order: 48, group: 'programmes', icon: 'signpost' },
  show: async (visit) => {
    const { view } = visit;
    const words = programmeWords(view);
    const rows = await visit.ask(programmeList, {});
    const add = visit.may('programme.open-programme') ? <LinkButton icon="plus" href="/programmes/new">{words('open.title')}</LinkButton> : null;
    const tops = rows.filter(({ parent }) => parent === null);
    return {
      title: words('programmes.title'),
      body: (
        <Stack>
          <PageTitle lede={words('programmes.lede')} actions={add}>{words('programmes.title')}</PageTitle>
          {rows.length === 0 ? <EmptyState title={words('programmes.none')} action={add}>{words('programmes.none_says')}</EmptyState> : null}
          {tops.map((top) => <Card key={top.id}><Branch view={view} rows={rows} row={top} /></Card>)}
        </Stack>
      ),
    };
  },
});

/** One rung with what belongs to it under it. */
const Branch = ({ view, rows, row }: { view: View; rows: readonly ProgrammeRow[]; row: ProgrammeRow }): ReactNode => {
  const words = programmeWords(view);
  const parts = rows.filter(({ parent }) => parent === row.id);
  const before = rows.find(({ id }) => id === row.predecessor);
  return (
    <>
      <p>
        <span className="soft">{words(`level.${row.level}`)}</span> <a href={`/programmes/${row.id}`}><strong><Names view={view} of={row.names} /></strong></a><br />
        <span className="soft"><Years view={view} from={row.startsOn} to={row.endsOn} />{row.lead ? <> · <Names view={view} of={row.lead} /></> : null}</span>{' '}
        {row.state === 'closed' ? <Badge tone="olive">{words('state.closed')}</Badge> : null}
        {row.outside ? <Badge tone="saffron" icon="warning">{words('outside_years')}</Badge> : null}
        {row.sensitive ? <Badge icon="lock">{words('sensitive')}</Badge> : null}
        {before ? <><br /><span className="soft">{words('follows')} <Names view={view} of={before.names} /></span></> : null}
      </p>
      {parts.length ? <ul>{parts.map((part) => <li key={part.id}><Branch view={view} rows={rows} row={part} /></li>)}</ul> : null}
    </>
  );
};
