import type { ReactNode } from 'react';
import { percent } from '#core/words/format.ts';
import { Money, Percent } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import type { outcomeCosts } from '../money/cost-per-outcome.query.ts';
import { Each, RateLine } from '../money/costs.page.tsx';
import type { hubRevenue } from '../money/hub-revenue.query.ts';
import { amberAbove, redAbove } from '../money/own-revenue.ts';
import { periodName } from '../show/names.ts';
import { ActualText } from '../target/target-shown.tsx';
import { targetWords } from '../target/target-words.ts';
import { boardWords } from './board-words.ts';
import type { BoardRead } from './boards.query.ts';

interface Props {
  readonly view: View;
  readonly board: BoardRead;
  /** Null where the reader may not see it. */
  readonly outcome: Awaited<ReturnType<(typeof outcomeCosts)['spec']['run']>> | null;
  readonly years: Awaited<ReturnType<(typeof hubRevenue)['spec']['run']>>['years'];
}

const tones = { green: 'olive', amber: 'saffron', red: 'rose' } as const;

/** What each outcome cost by eligible costs and stated rates, and how much of what the hubs live on is their own. Only of hubs of the board. */
export const MoneyPart = ({ view, board, outcome, years }: Props): ReactNode => {
  const words = targetWords(view);
  const own = (hub: string): boolean => board.hubNames.some(({ id, region }) => id === hub && (board.region === null || region === board.region));
  const newest = years.filter(({ hub, year }) => own(hub) && year === Math.max(...years.filter((one) => one.hub === hub).map((one) => one.year)));
  const read = outcome?.read;
  const rows = read?.rows.filter(({ hub }) => own(hub)) ?? [];
  const what = outcome?.withCosts.find(({ id }) => id === outcome.indicator);
  return (
    <>
      {read && rows.length ? (
        <Card title={boardWords(view)('money.shared')}>
          <p>{what ? <a href={`/costs?indicator=${what.id}`}><Bdi>{keptName(view, what.names)}</Bdi></a> : null} · <Bdi>{periodName(view, read.period)}</Bdi></p>
          <Table
            view={view} caption={boardWords(view)('money.shared')} rows={rows} rowKey={({ hub }) => hub}
            columns={[
              { key: 'hub', label: words('hub'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
              { key: 'cost', label: words('cost'), numeric: true, cell: ({ cost }) => <Money view={view} value={cost} currency={read.currency} /> },
              { key: 'reached', label: words('reached'), numeric: true, cell: ({ outcome: reached }) => <ActualText view={view} counts={read.version} actual={reached} /> },
              { key: 'each', label: words('cost.each'), numeric: true, cell: (row) => <Each view={view} row={row} currency={read.currency} /> },
              { key: 'rates', label: words('rates'), cell: ({ converted }) => converted.map((one) => <RateLine key={one.id} view={view} rate={one} />) },
            ]}
          />
          <p className="soft">{words('costs.rule')}</p>
          <p><a href="/costs">{boardWords(view)('money.more')}</a></p>
        </Card>
      ) : null}
      {newest.length ? (
        <Card title={words('revenue')}>
          <Table
            view={view} caption={words('revenue')} rows={newest} rowKey={({ hub }) => hub}
            columns={[
              { key: 'hub', label: words('hub'), cell: ({ names, year }) => <span><Bdi>{keptName(view, names)}</Bdi> · <Bdi>{String(year)}</Bdi></span> },
              { key: 'own', label: words('revenue.own'), numeric: true, cell: ({ mix }) => <Percent view={view} value={mix.own} /> },
              { key: 'project', label: words('revenue.project-money'), numeric: true, cell: ({ mix }) => <Percent view={view} value={mix.project} /> },
              { key: 'light', label: boardWords(view)('light'), cell: ({ mix }) => <Badge tone={tones[mix.light]}>{words(`light.${mix.light}`)}</Badge> },
            ]}
          />
          <p className="soft">{words('revenue.rule', { amber: percent(amberAbove, view.locale), red: percent(redAbove, view.locale) })}</p>
          <p><a href="/revenue">{boardWords(view)('money.revenue')}</a></p>
        </Card>
      ) : null}
    </>
  );
};
