import type { ReactNode } from 'react';
import { longMonth } from '#core/words/format.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { amountText, shownText } from '../show/amount.ts';
import { indicatorName, keyName } from '../show/names.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';
import type { OpenFigure } from './opening.ts';
import { compared } from './read-board.ts';

type Row = BoardRead['hubs'][number];

/** The hubs side by side in one closed month: the same definitions, small numbers kept back for every reader alike. Hubs and figures of which nothing may be said are named below, not drawn as empty rows and columns. */
export const HubsPart = ({ view, board, open }: { view: View; board: BoardRead; open: OpenFigure }): ReactNode => {
  const words = boardWords(view);
  if (board.hubs.length < 2) return null;
  const title = words('hubs', { month: longMonth(board.month, view.locale) });
  const nameOf = (hub: string) => keyName(view, 'hub', hub, board.hubNames);
  const drawn = compared.find((code) => code === board.indicator) ?? compared[0];
  const bars = board.hubs.flatMap(({ hub, figures }) => (figures[drawn]!.value === null ? [] : [{ key: hub, label: nameOf(hub), value: figures[drawn]!.value }]));
  const said = (hub: Row, code: (typeof compared)[number]): boolean => (hub.figures[code]!.value ?? 0) > 0;
  const told = board.hubs.filter((hub) => compared.some((code) => said(hub, code)));
  const figures = compared.filter((code) => told.some((hub) => said(hub, code)));
  const listed = (names: readonly string[]): ReactNode => <bdi>{new Intl.ListFormat(view.locale.tag, { type: 'unit' }).format(names)}</bdi>;
  const untold = board.hubs.filter((hub) => !told.includes(hub)).map(({ hub }) => nameOf(hub));
  const unsaid = compared.filter((code) => !figures.includes(code)).map((code) => indicatorName(view, code));
  return (
    <Card title={title}>
      <p className="soft">{words('hubs.caption')}</p>
      {bars.length ? <BarChart view={view} title={words('hubs.drawn', { figure: indicatorName(view, drawn) })} bars={bars} format={(value) => amountText(view, drawn, value)} /> : null}
      {told.length ? <Table
        view={view} caption={title} rows={told} rowKey={({ hub }) => hub}
        columns={[
          { key: 'hub', label: words('hub'), cell: ({ hub }) => <Bdi>{nameOf(hub)}</Bdi> },
          ...figures.map((code) => ({ key: code, label: indicatorName(view, code), numeric: true, cell: (row: Row) => <a href={open(code, { by: 'hub', key: row.hub })}><Bdi>{shownText(view, code, row.figures[code]!)}</Bdi></a> })),
        ]}
      /> : null}
      {untold.length ? <p>{words('hubs.untold')} {listed(untold)}</p> : null}
      {told.length && unsaid.length ? <p className="soft">{words('hubs.unsaid')} {listed(unsaid)}</p> : null}
    </Card>
  );
};
