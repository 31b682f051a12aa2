import type { ReactNode } from 'react';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Table } from '#ui/table.tsx';
import { formAt } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { GrantPart, GrantSheet } from './grant.page.tsx';
import { TrancheBadge } from './grant-badge.tsx';

/** The tranches of a grant, the proof of each, and for the first that waits what comes next. */
export const Tranches = ({ visit, grant }: GrantPart): ReactNode => {
  const { view } = visit;
  const words = fundingWords(view);
  const next = grant.state === 'certified' || grant.state === 'paid_part' ? grant.tranches.filter(({ state }) => state === 'waiting') : [];
  return (
    <Card title={words('tranches')}>
      <Table view={view} caption={words('tranches')} rows={grant.tranches} rowKey={({ id }) => id} columns={[
        { key: 'number', label: words('tranche.number'), cell: ({ position }) => <Num view={view} value={position} /> },
        { key: 'milestone', label: words('tranche.milestone'), cell: ({ milestone }) => words(`milestone.${milestone}`) },
        { key: 'amount', label: words('grant.amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={grant.currency} /> },
        { key: 'proof', label: words('tranche.proof'), cell: ({ proof, broughtBy }) => (proof ? <div><Bdi>{proof}</Bdi> · <Bdi>{broughtBy}</Bdi></div> : '–') },
        { key: 'state', label: words('grant.state'), cell: ({ state, paidOn, releasedBy }) => <div><TrancheBadge view={view} state={state} />{paidOn ? <> <CalendarDate view={view} value={paidOn} /></> : releasedBy ? <> <Bdi>{releasedBy}</Bdi></> : null}</div> },
      ]} />
      {next.map((tranche) => <NextOf key={tranche.id} visit={visit} grant={grant} tranche={tranche} />)}
    </Card>
  );
};

const NextOf = ({ visit, grant, tranche }: GrantPart & { tranche: GrantSheet['tranches'][number] }): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const { position: number } = tranche;
  if (tranche.proof) {
    if (!may('funding.release-tranche')) return null;
    if (tranche.broughtByMe) return <p className="soft">{words('tranche.other_releases')}</p>;
    return <Buttons><PostButton view={view} icon="coins" action={`/grants/${grant.id}/tranches/${tranche.id}/release`}>{words('tranche.release', { number })}</PostButton></Buttons>;
  }
  if (!may('funding.bring-evidence')) return null;
  const action = `/grants/${grant.id}/tranches/${tranche.id}/proof`;
  const f = formAt(visit, action);
  return (
    <Form {...f} action={action}>
      <TextField {...f} required name="paper" label={words('tranche.bring', { number })} help={words('tranche.bring_help')} maxLength={300} />
      <Buttons><Button kind="quiet" icon="check">{words('tranche.bring_button')}</Button></Buttons>
    </Form>
  );
};
