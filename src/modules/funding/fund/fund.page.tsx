import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { longMonth } from '#core/words/format.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { GrantBadge } from '../grant/grant-badge.tsx';
import { formAt, moneyText, Names, nameIn } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { addEnvelope } from './add-envelope.ts';
import { closeFund } from './close-fund.ts';
import { fundSheet } from './fund-sheet.query.ts';

type Sheet = Awaited<ReturnType<(typeof fundSheet)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly fund: Sheet }

/** One fund: its sums, how its money went down month by month, its envelopes and its grants. */
export const fundPage = definePage<View>({
  path: '/funds/:fund',
  audience: 'staff',
  needs: 'funding.fund-sheet',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = fundingWords(view);
    const fund = await ask(fundSheet, { fund: params.fund! });
    return {
      title: nameIn(view, fund.names),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={fund.funder} />} back={{ href: '/funds', label: words('funds') }} actions={fund.mine && fund.state === 'open' && may('funding.propose-grant') ? <LinkButton icon="plus" href={`/grants/new?fund=${fund.id}`}>{words('grant.new')}</LinkButton> : null}><Names view={view} of={fund.names} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {fund.state === 'closed' ? <Notice view={view}>{words('fund.closed')}</Notice> : null}
          <Grid>
            {(['promised', 'committed', 'released', 'owed', 'paid', 'free'] as const).map((key) => {
              const value = fund[key];
              return value === null ? null : <Figure key={key} label={words(`sum.${key}`)}><Money view={view} value={value} currency={fund.currency} /></Figure>;
            })}
          </Grid>
          <p className="soft">{words('sum.balance')}</p>
          {fund.steps.length > 0 ? <Card><BarChart view={view} title={words('burn.title')} format={(value) => moneyText(view, value, fund.currency)} bars={fund.steps.map(({ month, unpaid }) => ({ key: month, label: longMonth(month, view.locale), value: unpaid, tone: 'saffron' }))} /></Card> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('fund.code'), value: <Ltr>{fund.code}</Ltr> },
              fund.partner && { label: words('fund.partner'), value: <Names view={view} of={fund.partner} /> },
              fund.programmeNames && { label: words('fund.programme'), value: <Names view={view} of={fund.programmeNames} /> },
              fund.region !== null && { label: words('fund.region'), value: <PlaceName view={view} code={fund.region} /> },
              { label: words('fund.starts'), value: <CalendarDate view={view} value={fund.startsOn} /> },
              fund.endsOn !== null && { label: words('fund.ends'), value: <CalendarDate view={view} value={fund.endsOn} /> },
            ]} />
          </Card>
          <Envelopes visit={visit} fund={fund} />
          {fund.grants.length > 0 ? (
            <Card title={words('grants')}>
              <Table view={view} caption={words('grants')} rows={fund.grants} rowKey={({ id }) => id} rowHref={({ id }) => `/grants/${id}`} columns={[
                { key: 'purpose', label: words('grant.purpose'), cell: ({ purpose }) => <Bdi>{purpose}</Bdi> }, { key: 'state', label: words('grant.state'), cell: ({ state }) => <GrantBadge view={view} state={state} /> },
                { key: 'amount', label: words('grant.amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={fund.currency} /> }, { key: 'paid', label: words('grant.paid'), numeric: true, cell: ({ paid }) => <Money view={view} value={paid} currency={fund.currency} /> },
              ]} />
            </Card>
          ) : null}
          {fund.mine && fund.state === 'open' && fund.committed === 0 && may('funding.close-fund') ? <Buttons><PostButton view={view} kind="quiet" icon="lock" action={`/funds/${fund.id}/close`}>{words('fund.close')}</PostButton></Buttons> : null}
        </Stack>
      ),
    };
  },
});

const Envelopes = ({ visit, fund }: Part): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const action = `/funds/${fund.id}/envelopes`;
  const f = formAt(visit, action);
  const mayAdd = fund.mine && fund.state === 'open' && may('funding.add-envelope');
  if (fund.envelopes.length === 0 && !mayAdd) return null;
  return (
    <Card title={words('envelopes')}>
      {fund.envelopes.length > 0 ? (
        <Table view={view} caption={words('envelopes')} rows={fund.envelopes} rowKey={({ id }) => id} columns={[
          { key: 'name', label: words('envelope'), cell: ({ names, territory }) => <><Names view={view} of={names} />{territory ? <> · <PlaceName view={view} code={territory} /></> : null}</> },
          ...(['promised', 'committed', 'paid', 'free'] as const).map((key) => ({ key, label: words(`sum.${key}`), numeric: true, cell: (row: Sheet['envelopes'][number]) => <Money view={view} value={row[key]} currency={fund.currency} /> })),
        ]} />
      ) : null}
      {mayAdd ? (
        <Form {...f} action={action}>
          <MultilingualField {...f} required name="names" label={words('envelope.names')} />
          <TextField {...f} ltr name="territory" label={words('envelope.place')} help={words('envelope.place_help')} />
          <TextField {...f} ltr required name="amount" label={words('grant.amount')} />
          <Buttons><Button kind="quiet" icon="plus">{words('envelope.button')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

/** The forms of a fund. */
export const fundForms = [
  { path: '/funds/:fund/envelopes', action: addEnvelope, input: ({ fund }: Readonly<Record<string, string>>) => ({ fund }), again: fundPage },
  { path: '/funds/:fund/close', action: closeFund, input: ({ fund }: Readonly<Record<string, string>>) => ({ fund }), again: fundPage },
];
