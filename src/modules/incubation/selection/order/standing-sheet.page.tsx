import { definePage } from '#core/page.ts';
import { plainly, Said } from '#modules/desk/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { selectionWords } from '../selection-words.ts';
import { OutcomeBadge, Thousandths } from '../shown.tsx';
import { standingSheet } from './standing-sheet.query.ts';

/** Why one application stands where it stands, criterion by criterion. */
export const standingSheetPage = definePage<View>({
  path: '/calls/:call/ranking/:application',
  audience: 'staff',
  needs: 'incubation.standing-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = selectionWords(view);
    const sheet = await visit.ask(standingSheet, { call: params.call, application: params.application });
    const quota = sheet.formula.quotas.find(({ id }) => id === sheet.quota_id);
    return {
      title: words('standing.title', { receipt: sheet.receipt }),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={sheet.call.names} />} back={{ href: `/calls/${sheet.call.id}/ranking`, label: words('ranking.title') }}>{words('standing.why')} <Ltr>{sheet.receipt}</Ltr></PageTitle>
          {sheet.disagree ? <Notice view={view} kind="warning" title={words('disagree')}>{words('disagree_text')}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('outcome'), value: <OutcomeBadge view={view} outcome={sheet.outcome} /> },
              { label: words('why'), value: words(`why.${sheet.why}`) },
              quota && { label: words('quotas.quota'), value: <Said view={view} value={quota.names} /> },
              { label: words('rank'), value: words('standing.rank', { rank: sheet.rank, of: sheet.applications }) },
              { label: words('score'), value: <Thousandths view={view} value={sheet.adjusted} /> },
              { label: words('score_raw'), value: <Thousandths view={view} value={sheet.raw} /> },
              sheet.tie && { label: words('tie'), value: words('tie_by', { by: words(`tie.${sheet.tie}`) }) },
            ]} />
          </Card>
          <Table
            view={view} caption={words('standing.criteria')} rows={sheet.criteria} rowKey={({ code }) => code}
            columns={[
              { key: 'criterion', label: words('criterion'), cell: ({ names }) => plainly(view, names) },
              { key: 'points', label: words('points'), numeric: true, cell: ({ adjusted }) => <Thousandths view={view} value={adjusted} /> },
              { key: 'raw', label: words('points_raw'), numeric: true, cell: ({ raw }) => <Thousandths view={view} value={raw} /> },
              { key: 'most', label: words('most'), numeric: true, cell: ({ most }) => <Num view={view} value={most} /> },
              { key: 'weight', label: words('weight'), numeric: true, cell: ({ weight }) => <Num view={view} value={weight} /> },
              { key: 'from', label: words('standing.from'), cell: ({ kind, jury }) => (kind === 'automatic' ? words('standing.automatic') : words('standing.jury', { points: jury.map(({ points }) => points).join(' · ') })) },
            ]}
          />
          {sheet.criteria.some(({ jury }) => jury.some(({ reason }) => reason)) ? (
            <Card title={words('standing.reasons')}>
              <ul>{sheet.criteria.flatMap(({ code, names, jury }) => jury.flatMap(({ reason }, at) => (reason ? [<li key={`${code}-${at}`}>{labelled(view, plainly(view, names))} <span dir="auto">{reason}</span></li>] : [])))}</ul>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});
