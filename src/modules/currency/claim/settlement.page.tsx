import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { scaleOf } from '#core/money.ts';
import { localeOf } from '#core/words/locale.ts';
import { Money, Num, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { merchantWords } from '../merchant/merchant-words.tsx';
import { Names, nameIn } from '../show.tsx';
import { settlementSheet } from './settlement-sheet.query.ts';

type Sheet = Awaited<ReturnType<(typeof settlementSheet)['spec']['run']>>;

/** One run: its claims, paid by somebody else than who made it, and its file for the bank. */
export const settlementPage = definePage<View>({
  path: '/aid/settlements/:settlement',
  audience: 'staff',
  needs: 'currency.settlement-sheet',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = merchantWords(view);
    const run = await ask(settlementSheet, { settlement: params.settlement! });
    const at = `/aid/settlements/${run.id}`;
    const open = run.paidAt === null && run.droppedAt === null;
    return {
      title: words('run_n', { n: run.number }),
      body: (
        <Stack>
          <PageTitle back={{ href: '/aid/claims', label: words('claims') }} actions={run.droppedAt ? undefined : <>
            <LinkButton kind="quiet" icon="print" href={`${at}/paper`}>{words('run.print')}</LinkButton>
            {run.paidAt ? <><LinkButton kind="quiet" icon="download" href={`${at}/paper.csv`}><Ltr>CSV</Ltr></LinkButton><LinkButton kind="quiet" icon="download" href={`${at}/paper.xlsx`}><Ltr>XLSX</Ltr></LinkButton></> : null}
          </>}>{words('run_n', { n: run.number })}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {open && run.mine ? <Notice view={view}>{words('run.mine')}</Notice> : null}
          <Run view={view} run={run} />
          {open ? (
            <Buttons>
              {!run.mine && may('currency.pay-settlement') ? <PostButton view={view} icon="coins" action={`${at}/pay`}>{words('run.pay')}</PostButton> : null}
              {may('currency.drop-settlement') ? <PostButton view={view} kind="quiet" action={`${at}/drop`}>{words('run.drop')}</PostButton> : null}
            </Buttons>
          ) : null}
        </Stack>
      ),
    };
  },
});

/** The run on paper for two signatures, and as the file that goes to the bank; each line keeps the reference that comes back on the statement. */
export const settlementPaper = definePage<View>({
  path: '/aid/settlements/:settlement/paper',
  audience: 'print',
  needs: 'currency.settlement-sheet',
  show: async ({ view, params, ask }) => {
    const run = await ask(settlementSheet, { settlement: params.settlement! });
    const reader: View = { ...view, locale: localeOf(view.locale.lang, run.hub.country, run.hub.timeZone) };
    return { title: merchantWords(reader)('run_n', { n: run.number }), reader, size: 'A4' as const, hubName: nameIn(reader, run.hub.names), back: { href: `/aid/settlements/${run.id}`, label: merchantWords(view)('run_n', { n: run.number }) }, body: <Run view={reader} run={run} /> };
  },
  table: async ({ view, params, ask }) => {
    const words = merchantWords(view);
    const run = await ask(settlementSheet, { settlement: params.settlement! });
    return { columns: [words('reference'), words('shop'), words('claim'), words('amount'), words('currency')], rows: run.lines.map(({ reference, names, number, amount }) => [reference, nameIn(view, names), number, amount / 10 ** scaleOf(run.currency), run.currency]) };
  },
});

const Run = ({ view, run }: { view: View; run: Sheet }): ReactNode => {
  const words = merchantWords(view);
  return (
    <>
      <Card>
        <Facts view={view} facts={[
          { label: words('amount'), value: <strong><Money view={view} value={run.total} currency={run.currency} /></strong> }, { label: words('run.made'), value: <><OnDate view={view} value={run.madeAt} /> · <Bdi>{run.madeBy ?? '–'}</Bdi></> },
          run.paidAt !== null && { label: words('run.paid'), value: <><OnDate view={view} value={run.paidAt} /> · <Bdi>{run.paidBy ?? '–'}</Bdi></> }, run.droppedAt !== null && { label: words('run.dropped'), value: <OnDate view={view} value={run.droppedAt} /> },
        ]} />
      </Card>
      <Table view={view} caption={words('run_n', { n: run.number })} rows={run.lines} rowKey={({ claim }) => claim} empty={<p className="soft">{words('run.empty')}</p>} columns={[
        { key: 'reference', label: words('reference'), cell: ({ reference }) => <Ltr>{reference}</Ltr> }, { key: 'shop', label: words('shop'), cell: ({ names }) => <Names view={view} of={names} /> },
        { key: 'claim', label: words('claim'), cell: ({ number }) => <Num view={view} value={number} /> }, { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={run.currency} /> },
      ]} />
    </>
  );
};
