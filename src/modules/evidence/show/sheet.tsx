import type { ReactNode } from 'react';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Figure, Grid } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { FigureSheet } from '../desk-figures/read-sheet.ts';
import { evidenceWords } from '../words.ts';
import type { OpenAt } from './address.ts';
import { amountText, shownText } from './amount.ts';
import { type HubNames, indicatorName, keyName, periodName } from './names.ts';

interface SheetProps {
  readonly view: View;
  readonly sheet: FigureSheet;
  readonly hubs: HubNames;
  readonly openAt: OpenAt;
}

/** Every figure as a card, then the one that is divided; each number is a link to what it is made of. */
export const Sheet = (props: SheetProps): ReactNode => {
  const { view, sheet, openAt } = props;
  const words = evidenceWords(view);
  return (
    <>
      {sheet.divided ? <Divided {...props} /> : null}
      <h2>{words('totals.title', { period: periodName(view, sheet.period) })}</h2>
      <Grid>
        {sheet.totals.map(({ indicator, total }) => (
          <Figure key={indicator} label={indicatorName(view, indicator)} href={openAt(indicator)}>
            <Bdi>{shownText(view, indicator, total)}</Bdi>
          </Figure>
        ))}
      </Grid>
    </>
  );
};

const Divided = ({ view, sheet, hubs, openAt }: SheetProps): ReactNode => {
  const words = evidenceWords(view);
  const { indicator, by, divided } = sheet;
  const title = words('divided.title', { figure: indicatorName(view, indicator), by });
  const rows = divided!.rows.map((row) => ({ ...row, label: keyName(view, by!, row.key, hubs) }));
  const bars = rows.flatMap(({ key, label, shown }) => (shown.value === null ? [] : [{ key, label, value: shown.value }]));
  return (
    <Card title={title}>
      {bars.length ? <BarChart view={view} title={by === 'month' ? title : periodName(view, sheet.period)} bars={bars} format={(value) => amountText(view, indicator, value)} /> : null}
      <Table
        view={view}
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        rowHref={({ key }) => openAt(indicator, key)}
        empty={divided!.folded ? undefined : <EmptyState title={words('divided.none_title')}>{words('divided.none_text')}</EmptyState>}
        columns={[
          { key: 'key', label: words(`cut.${by!}`), cell: ({ label }) => <Bdi>{label}</Bdi> },
          { key: 'value', label: words('divided.value'), numeric: true, cell: ({ shown }) => <Bdi>{shownText(view, indicator, shown)}</Bdi> },
        ]}
      />
      {divided!.folded ? <Notice view={view}>{words('folded.note')}</Notice> : null}
    </Card>
  );
};
