import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { rankedStates, steps } from '#modules/incubation/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Funnel } from '#ui/chart/funnel.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { callStepWords } from './call-words.ts';
import { Kept, placeText } from './funnel.page.tsx';
import { regionCalls } from './region-calls.query.ts';

/** The calls of a region, or of every region, with how many persons came how far. */
export const regionCallsPage = definePage<View>({
  path: '/region/calls',
  audience: 'staff',
  needs: 'evidence.region-calls',
  menu: { label: (reader) => callStepWords(reader)('region_calls'), order: 61, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view } = visit;
    const words = callStepWords(view);
    const { over, total, regions, calls } = await visit.ask(regionCalls, {});
    const stepColumns = <R extends { row: (typeof calls)[number]['row'] }>() =>
      steps.map((step) => ({ key: step, label: words(`step.${step}`), numeric: true, cell: ({ row }: R) => <Kept view={view} exact={false} value={row[step]} /> }));
    return {
      title: words('region_calls'),
      body: (
        <Stack>
          <PageTitle lede={words('lede_kept')}>{over ? words('calls_of', { region: placeText(view, over) }) : words('region_calls')}</PageTitle>
          <Card>
            <Funnel view={view} title={words('drawn')} labels={{ step: words('step'), value: words('persons') }} format={(value) => words(value === null ? 'kept' : 'at_least', { count: value ?? 0 })} steps={steps.map((step) => ({ key: step, label: words(`step.${step}`), value: total[step] === undefined ? 0 : total[step] }))} />
          </Card>
          {over ? null : (
            <Card title={words('by_region')}>
              <Table view={view} caption={words('by_region')} rows={regions} rowKey={({ region }) => region} columns={[
                { key: 'region', label: words('region'), cell: ({ region }) => <Bdi>{placeText(view, region)}</Bdi> }, ...stepColumns<(typeof regions)[number]>(),
              ]} />
            </Card>
          )}
          <Card title={words('calls')}>
            <Table view={view} caption={words('calls')} rows={calls} rowKey={({ id }) => id} empty={<EmptyState title={words('no_calls')} />} columns={[
              { key: 'call', label: words('call'), cell: ({ id, names, state }) => (
                <>
                  <a href={`/calls/${id}/funnel`}><Bdi>{inLanguage(names, view.locale.lang).text}</Bdi></a>
                  {rankedStates.has(state) && visit.may('incubation.ranking-by-number') ? <div><a href={`/region/calls/${id}/ranking`}>{words('ranking')}</a></div> : null}
                </>
              ) },
              ...stepColumns<(typeof calls)[number]>(),
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});
