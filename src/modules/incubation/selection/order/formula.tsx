import type { ReactNode } from 'react';
import { plainly, Said } from '#modules/desk/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { QuotaResult } from '../rank/choose.ts';
import { SHRINK } from '../rank/jury-points.ts';
import type { Formula as Rules } from '../selection-tables.ts';
import { selectionWords } from '../selection-words.ts';

/** The published formula in words and figures: whoever has the table of points can do the sum again. */
export const Formula = ({ view, formula }: { view: View; formula: Rules }): ReactNode => {
  const words = selectionWords(view);
  const sum = formula.criteria.reduce((all, { weight }) => all + weight, 0);
  const terms = formula.criteria.map(({ names, weight, most }) => `${weight} × ${plainly(view, names)} ÷ ${most}`).join(' + ');
  return (
    <Card title={words('formula.title')}>
      <p>{words('formula.text')}</p>
      <p dir="auto">{words('formula.is', { terms, sum })}</p>
      <p className="soft">{words('formula.adjusted', { shrink: SHRINK })}</p>
      <p className="soft">{words('formula.ties', { ties: formula.ties.map((tie) => words(`tie.${tie}`)).join(' › ') })}</p>
    </Card>
  );
};

/** What became of each quota: asked, taken, how many there are; a quota larger than its pool says so. */
export const QuotaTable = ({ view, formula, quotas }: { view: View; formula: Rules; quotas: readonly QuotaResult[] }): ReactNode => {
  const words = selectionWords(view);
  if (quotas.length === 0) return null;
  return (
    <Card title={words('quotas.title')}>
      <Table
        view={view} caption={words('quotas.title')} rows={formula.quotas.map((quota) => ({ ...quota, ...quotas.find(({ id }) => id === quota.id)! }))} rowKey={({ id }) => id}
        columns={[
          { key: 'quota', label: words('quotas.quota'), cell: ({ names }) => <Said view={view} value={names} /> },
          { key: 'rule', label: words('quotas.asked'), cell: ({ rule, places }) => words(`quotas.${rule}`, { places }) },
          { key: 'taken', label: words('quotas.taken'), numeric: true, cell: ({ taken }) => <Num view={view} value={taken} /> },
          { key: 'pool', label: words('quotas.pool'), numeric: true, cell: ({ pool }) => <Num view={view} value={pool} /> },
          { key: 'state', label: words('quotas.state'), cell: ({ short, pool, places }) => (short ? <Badge tone="clay">{words(pool < places ? 'quotas.short' : 'quotas.crossed')}</Badge> : <Badge tone="olive">{words('quotas.kept')}</Badge>) },
        ]}
      />
    </Card>
  );
};
