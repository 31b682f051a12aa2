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

/** The hubs side by side in one closed month: the same definitions, small numbers kept back for every reader alike. */
export const HubsPart = ({ view, board, open }: { view: View; board: BoardRead; open: OpenFigure }): ReactNode => {
  const words = boardWords(view);
  if (board.hubs.length < 2) return null;
  const title = words('hubs', { month: longMonth(board.month, view.locale) });
  const nameOf = (hub: string) => keyName(view, 'hub', hub, board.hubNames);
  const drawn = compared.find((code) => code === board.indicator) ?? compared[0];
  const bars = board.hubs.flatMap(({ hub, figures }) => (figures[drawn]!.value === null ? [] : [{ key: hub, label: nameOf(hub), value: figures[drawn]!.value }]));
  return (
    <Card title={title}>
      <p className="soft">{words('hubs.caption')}</p>
      {bars.length ? <BarChart view={view} title={words('hubs.drawn', { figure: indicatorName(view, drawn) })} bars={bars} format={(value) => amountText(view, drawn, value)} /> : null}
      <Table
        view={view} caption={title} rows={board.hubs} rowKey={({ hub }) => hub}
        columns={[
          { key: 'hub', label: words('hub'), cell: ({ hub }) => <Bdi>{nameOf(hub)}</Bdi> },
          ...compared.map((code) => ({ key: code, label: indicatorName(view, code), numeric: true, cell: ({ hub, figures }: BoardRead['hubs'][number]) => <a href={open(code, { by: 'hub', key: hub })}><Bdi>{shownText(view, code, figures[code]!)}</Bdi></a> })),
        ]}
      />
    </Card>
  );
};
