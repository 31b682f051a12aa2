import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { evidenceWords } from '../words.ts';
import { countable } from './countable.ts';
import { indicatorSheet } from './indicator-list.query.ts';
import { keptRecords } from './kept-figure.query.ts';
import { keptName, reasonText } from './kept-shown.tsx';
import { keptWords } from './kept-words.ts';

/** The events behind a number of the hub: those that count first, then those left out, each with its reason. */
export const keptRecordsPage = definePage<View>({
  path: '/indicators/:indicator/events',
  audience: 'staff',
  needs: 'evidence.kept-records',
  show: async (visit) => {
    const { view, params, search: { from, to } } = visit;
    const words = keptWords(view);
    const figures = evidenceWords(view);
    const { now } = await visit.ask(indicatorSheet, { indicator: params.indicator });
    const { counts, leftOut, records } = await visit.ask(keptRecords, { indicator: params.indicator, from, to });
    return {
      title: words('records'),
      body: (
        <Stack>
          <PageTitle lede={<Bdi>{keptName(view, now.names)}</Bdi>} back={{ href: `/indicators/${params.indicator}`, label: words('back') }}>{words('records')}</PageTitle>
          <Card>
            <p>{words('records.many', { counts, left: leftOut })}</p>
            <Table view={view} caption={words('records')} rows={records} rowKey={({ id }) => id} empty={<EmptyState title={figures('records.own', { count: 0 })} />} columns={[
              { key: 'day', label: figures('records.day'), cell: ({ day }) => <CalendarDate view={view} value={day} /> },
              { key: 'name', label: figures('records.event'), cell: ({ name }) => (countable[name] ? nameFor(countable[name].names, view.locale) : words('step_before')) },
              { key: 'counts', label: words('counts'), cell: ({ missing }) => (missing === null ? <Badge tone="olive" icon="check">{words('counts.yes')}</Badge> : <Badge tone="saffron">{reasonText(view, missing)}</Badge>) },
              { key: 'number', label: figures('records.number'), cell: ({ id }) => <Ltr>{id.slice(-12)}</Ltr> },
              { key: 'sealed', label: figures('records.seal'), numeric: true, cell: ({ sealed }) => (sealed === null ? figures('records.unsealed') : <Num view={view} value={sealed} />) },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});
