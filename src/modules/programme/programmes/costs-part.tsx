import type { ReactNode } from 'react';
import { CalendarDate, Money, Percent } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import type { ProgrammeSheet } from './programme-sheet.query.ts';
import type { SheetPart } from './programme.page.tsx';

type Cost = ProgrammeSheet['costs'][number];
const WHOLE = 10_000;

/** What it costs by each source, who pays what of it, and what the parts leave unexplained. Sources that disagree stand side by side. */
export const CostsPart = ({ visit: { view }, sheet }: SheetPart): ReactNode => {
  const words = programmeWords(view);
  const live = sheet.costs.filter(({ withdrawnAt }) => withdrawnAt === null);
  const differ = new Set(live.map(({ amount, currency }) => `${amount} ${currency}`)).size > 1;
  return (
    <Card title={words('costs')} id="costs">
      {sheet.costs.length === 0 ? <p className="soft">{words('costs.none')}</p> : null}
      {differ ? <p><Badge tone="saffron" icon="warning">{words('costs.differ', { count: live.length })}</Badge></p> : null}
      {sheet.costs.map((cost) => (
        <section key={cost.id} className="stack">
          <CostTable view={view} cost={cost} />
          {cost.withdrawnAt ? <p className="soft">{words('cost.withdrawn')} <Bdi>{cost.withdrawnWhy}</Bdi></p> : null}
          {sheet.mine && !cost.withdrawnAt ? (
            <div className="buttons">
              <LinkButton kind="quiet" icon="plus" href={`/programmes/${sheet.id}/costs/${cost.id}/funder`}>{words('funder.title')}</LinkButton>
              <LinkButton kind="quiet" icon="cross" href={`/programmes/${sheet.id}/costs/${cost.id}/withdraw`}>{words('withdraw.title')}</LinkButton>
            </div>
          ) : null}
        </section>
      ))}
      {sheet.mine ? <LinkButton kind="quiet" icon="coins" href={`/programmes/${sheet.id}/cost`}>{words('cost.title')}</LinkButton> : null}
    </Card>
  );
};

/** One cost with its shares; the last row is what nobody explains. */
export const CostTable = ({ view, cost }: { view: View; cost: Pick<Cost, 'id' | 'amount' | 'currency' | 'approximate' | 'saidBy' | 'saidOn' | 'shares' | 'left'> }): ReactNode => {
  const words = programmeWords(view);
  const about = (is: boolean) => (is ? '≈ ' : null);
  const left = cost.left && (cost.left.share !== 0 || cost.left.amount !== 0) ? cost.left : null;
  return (
    <>
      <h3>{about(cost.approximate)}<Money view={view} value={cost.amount} currency={cost.currency} /></h3>
      <p className="soft"><Bdi>{cost.saidBy}</Bdi>{cost.saidOn ? <> · <CalendarDate view={view} value={cost.saidOn} /></> : null}</p>
      {cost.shares.length ? (
        <Table view={view} caption={words('shares')} rows={cost.shares} rowKey={({ id }) => id} columns={[
          { key: 'funder', label: words('funder'), cell: ({ names }) => <Names view={view} of={names} /> },
          { key: 'activity', label: words('funder.activity'), cell: ({ activity }) => <Names view={view} of={activity} /> },
          { key: 'share', label: words('share'), numeric: true, cell: ({ share }) => (share === null ? '' : <Percent view={view} value={share / WHOLE} />) },
          { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, approximate }) => (amount === null ? '' : <span>{about(approximate)}<Money view={view} value={amount} currency={cost.currency} /></span>) },
        ]} />
      ) : null}
      {left ? (
        <p>
          <Badge tone="saffron" icon="warning">{words(left.amount < 0 ? 'left.too_much' : 'left')}</Badge>{' '}
          <Percent view={view} value={Math.abs(left.share) / WHOLE} /> · {about(left.about)}<Money view={view} value={Math.abs(left.amount)} currency={cost.currency} />
        </p>
      ) : null}
    </>
  );
};
