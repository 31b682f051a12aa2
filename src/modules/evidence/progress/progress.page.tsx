import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { PlaceName } from '#modules/network/public.ts';
import { indicatorNames, type IndicatorCode } from '#modules/programme/public.ts';
import { Num, Percent } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName, reasonText } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { periodName } from '../show/names.ts';
import { SealOf } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { programmeProgress, type TargetProgress } from './programme-progress.query.ts';

/** What the hub has reached of what a programme promised, with what was left out and why. */
export const progressPage = definePage<View>({
  path: '/programmes/:programme/progress',
  audience: 'staff',
  needs: 'evidence.programme-progress',
  show: async (visit) => {
    const { view, params } = visit;
    const words = keptWords(view);
    const { programme, period, targets, head } = await visit.ask(programmeProgress, { programme: params.programme });
    const name = ({ indicator, sex }: TargetProgress): string => {
      const named = indicatorNames[indicator as IndicatorCode];
      return `${named ? nameFor(named, view.locale) : indicator}${sex === 'all' ? '' : ` · ${evidenceWords(view)(`sex.${sex}`)}`}`;
    };
    const keyOf = ({ indicator, sex, territory }: TargetProgress) => `${indicator} ${sex} ${territory}`;
    const bars = targets.flatMap((target) => (target.reached === null ? [] : [{ key: keyOf(target), label: name(target), value: target.reached }]));
    return {
      title: words('progress'),
      body: (
        <Stack>
          <PageTitle lede={words('progress.lede')} back={{ href: `/programmes/${programme.id}`, label: words('back') }}><Bdi>{keptName(view, programme.names)}</Bdi></PageTitle>
          <Card title={words('progress')}>
            {bars.length ? <BarChart view={view} title={periodName(view, period)} bars={bars} /> : null}
            <Table view={view} caption={words('progress')} rows={targets} rowKey={keyOf} empty={<EmptyState title={words('progress.none')} />} columns={[
              { key: 'what', label: words('events'), cell: (target) => name(target) },
              { key: 'where', label: words('progress.where'), cell: ({ territory }) => (territory === null ? words('progress.whole') : <PlaceName view={view} code={territory} />) },
              { key: 'first', label: words('progress.first'), numeric: true, cell: ({ original }) => <Num view={view} value={original} /> },
              { key: 'now', label: words('progress.now'), numeric: true, cell: ({ current, version, reason }) => <span><Num view={view} value={current} /><div className="soft">{words('version.of', { version })}</div>{reason ? <div className="soft"><Bdi>{reason}</Bdi></div> : null}</span> },
              { key: 'reached', label: words('progress.reached'), numeric: true, cell: ({ reached }) => (reached === null ? <span className="soft">{words('progress.not_counted')}</span> : <Num view={view} value={reached} />) },
              { key: 'share', label: words('progress.share'), numeric: true, cell: ({ reached, current }) => (reached === null || current === 0 ? '–' : <Percent view={view} value={reached / current} />) },
              { key: 'left', label: words('left_out'), cell: ({ leftOut }) => leftOut.map(({ reason, many }) => <div key={reason}><Num view={view} value={many} /> · {reasonText(view, reason)}</div>) },
            ]} />
          </Card>
          <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={head} /></p>
        </Stack>
      ),
    };
  },
});
