import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Money, Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { categoriesText, formAt, Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidProgrammeSheet } from './aid-programme-sheet.query.ts';

type Sheet = Awaited<ReturnType<(typeof aidProgrammeSheet)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly sheet: Sheet }

/** One aid programme: where its money is, its rules, its budget, what came in and what was given. */
export const aidProgrammePage = definePage<View>({
  path: '/aid/programmes/:programme',
  audience: 'staff',
  needs: 'currency.aid-programme-sheet',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = currencyWords(view);
    const sheet = await ask(aidProgrammeSheet, { programme: params.programme! });
    const { sums, currency } = sheet;
    const at = `/aid/programmes/${sheet.id}`;
    return {
      title: nameIn(view, sheet.names),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={sheet.funder} />} back={{ href: '/aid', label: words('aid') }} actions={<>
            {!sheet.over && sheet.against.length === 0 && may('currency.propose-aid') ? <LinkButton icon="plus" href={`${at}/propose`}>{words('propose')}</LinkButton> : null}
            {may('currency.aid-list') ? <LinkButton kind="quiet" href={`${at}/households`}>{words('households')}</LinkButton> : null}
          </>}><Names view={view} of={sheet.names} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {sheet.closed ? <Notice view={view}>{words('programme.closed_says')}</Notice> : sheet.against.map((code) => <Notice key={code} view={view} kind="warning">{words(`refusal.${code}`)}</Notice>)}
          <Grid>
            {(['fund', 'granted', 'spent', 'balance', 'held', 'expired', 'revoked'] as const).map((key) => <Figure key={key} label={words(`sum.${key}`)}><Money view={view} value={sums[key]} currency={currency} /></Figure>)}
          </Grid>
          <p className="soft">{words('sum.rule')} <a href={`/aid/figures/${sheet.id}`}>{words('figures.open')}</a> · <a href={`${at}/statement`}>{words('statement.open')}</a></p>
          <Card title={words('rules')}>
            <Facts view={view} facts={[
              { label: words('code'), value: <Ltr>{sheet.code}</Ltr> },
              { label: words('instrument'), value: <a href={`/aid/instruments/${sheet.instrument.id}`}><Names view={view} of={sheet.instrument.names} /></a> },
              { label: words('residence'), value: sheet.territories.length === 0 ? words('residence.anywhere') : sheet.territories.map((code) => <span key={code}><PlaceName view={view} code={code} /> </span>) },
              { label: words('least_members'), value: <Num view={view} value={sheet.leastMembers} /> }, { label: words('least_minors'), value: <Num view={view} value={sheet.leastMinors} /> },
              { label: words('amount.base'), value: <Money view={view} value={sheet.base} currency={currency} /> }, { label: words('amount.adult'), value: <Money view={view} value={sheet.adult} currency={currency} /> },
              { label: words('amount.child'), value: <Money view={view} value={sheet.child} currency={currency} /> }, { label: words('amount.ceiling'), value: <Money view={view} value={sheet.ceiling} currency={currency} /> },
              { label: words('lead'), value: <Money view={view} value={sheet.lead} currency={currency} /> }, { label: words('categories'), value: categoriesText(view, sheet.categories) },
              { label: words('valid_days'), value: <Num view={view} value={sheet.validDays} /> }, { label: words('programme.ends'), value: <CalendarDate view={view} value={sheet.endsOn} /> },
              { label: words('warn_days'), value: <Num view={view} value={sheet.warnDays} /> }, { label: words('becomes'), value: words(`becomes.${sheet.becomes}`) },
            ]} />
          </Card>
          <Budget visit={visit} sheet={sheet} />
          <Loads visit={visit} sheet={sheet} />
          {sheet.batches.length > 0 ? (
            <Card title={words('batches')}>
              <Table view={view} caption={words('batches')} rows={sheet.batches} rowKey={({ id }) => id} {...(may('currency.batch-sheet') ? { rowHref: ({ id }: { id: string }) => `/aid/batches/${id}` } : {})} columns={[
                { key: 'at', label: words('when'), cell: (batch) => <OnDate view={view} value={batch.at} /> },
                { key: 'state', label: words('state'), cell: ({ state }) => <Badge tone={state === 'granted' ? 'olive' : state === 'proposed' ? 'saffron' : 'door'}>{words(`batch.${state}`)}</Badge> },
                { key: 'households', label: words('households'), numeric: true, cell: ({ households }) => <Num view={view} value={households} /> },
                { key: 'total', label: words('total'), numeric: true, cell: ({ total }) => <Money view={view} value={total} currency={currency} /> },
              ]} />
            </Card>
          ) : null}
          {!sheet.closed && sums.balance === 0 && sums.held === 0 && may('currency.close-aid-programme') ? <Buttons><PostButton view={view} kind="quiet" icon="lock" action={`${at}/close`}>{words('programme.close')}</PostButton></Buttons> : null}
        </Stack>
      ),
    };
  },
});

const Budget = ({ visit, sheet }: Part): ReactNode => {
  const { view, may } = visit;
  const words = currencyWords(view);
  const action = `/aid/programmes/${sheet.id}/budget`;
  const f = formAt(visit, action);
  return (
    <Card title={words('budget')}>
      {sheet.budget ? <p><a href={`/aid/budgets/${sheet.id}`}>{words('budget.read')}</a> · <Money view={view} value={sheet.budget.aid} currency={sheet.currency} /> · <OnDate view={view} value={sheet.budget.publishedAt} /></p> : <p className="soft">{words('budget.none')}</p>}
      {!sheet.closed && may('currency.publish-budget') ? (
        <Form {...f} action={action}>
          <TextField {...f} ltr required name="aid" label={words('budget.aid')} help={words('budget.aid_help')} />
          {[0, 1, 2].map((n) => <div key={n}><TextField {...f} name={`lines.${n}.what`} label={words('budget.what', { n: n + 1 })} maxLength={200} /><TextField {...f} ltr name={`lines.${n}.amount`} label={words('budget.amount', { n: n + 1 })} /></div>)}
          <Buttons><Button kind="quiet" icon="check">{words('budget.publish')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

const Loads = ({ visit, sheet }: Part): ReactNode => {
  const { view, may } = visit;
  const words = currencyWords(view);
  const action = `/aid/programmes/${sheet.id}/loads`;
  const f = formAt(visit, action);
  return (
    <Card title={words('loads')}>
      <p className="soft">{labelled(view, words('pledged'))} <Money view={view} value={sheet.pledged} currency={sheet.currency} /></p>
      <Table view={view} caption={words('loads')} rows={sheet.loads} rowKey={({ id }) => id} empty={<p className="soft">{words('loads.none')}</p>} columns={[
        { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={sheet.currency} /> },
        { key: 'proof', label: words('proof'), cell: ({ proof }) => <Bdi>{proof}</Bdi> },
        { key: 'by', label: words('approved_by'), cell: ({ approvedBy }) => (approvedBy ? <Bdi>{approvedBy}</Bdi> : '–') },
        { key: 'in', label: words('loaded_at'), cell: ({ id, loadedAt, mine }) => (loadedAt ? <OnDate view={view} value={loadedAt} /> : !mine && may('currency.load-fund') ? <PostButton view={view} kind="quiet" action={`/aid/programmes/${sheet.id}/loads/${id}`}>{words('load.do')}</PostButton> : words('load.waits')) },
      ]} />
      {!sheet.over && sheet.against.length === 0 && may('currency.approve-load') ? (
        <Form {...f} action={action}>
          <TextField {...f} ltr required name="amount" label={words('amount')} />
          <TextField {...f} required name="proof" label={words('proof')} help={words('proof.help')} maxLength={300} />
          <Buttons><Button kind="quiet" icon="check">{words('load.approve')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};
