import { definePage } from '#core/page.ts';
import { Money, Num, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { batchSheet } from './batch-sheet.query.ts';

/** One batch before and after its decision: who proposed it, for whom, how much. */
export const batchPage = definePage<View>({
  path: '/aid/batches/:batch',
  audience: 'staff',
  needs: 'currency.batch-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = currencyWords(view);
    const batch = await ask(batchSheet, { batch: params.batch! });
    const at = `/aid/batches/${batch.id}`;
    const waits = batch.state === 'proposed';
    return {
      title: words('batch'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={batch.programme.names} />} back={{ href: `/aid/programmes/${batch.programme.id}`, label: words('programme') }}>{words('batch')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {waits && batch.mine ? <Notice view={view}>{words('batch.mine')}</Notice> : null}
          {waits && batch.total > batch.fund ? <Notice view={view} kind="warning">{words('refusal.fund-too-small')}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('state'), value: words(`batch.${batch.state}`) }, { label: words('households'), value: <Num view={view} value={batch.households} /> },
              { label: words('total'), value: <strong><Money view={view} value={batch.total} currency={batch.currency} /></strong> }, { label: words('sum.fund'), value: <Money view={view} value={batch.fund} currency={batch.currency} /> },
              { label: words('proposed_by'), value: <>{batch.proposedBy ? <Bdi>{batch.proposedBy}</Bdi> : '–'} · <OnDate view={view} value={batch.proposedAt} /></> },
              batch.decidedAt && { label: words('decided_by'), value: <>{batch.decidedBy ? <Bdi>{batch.decidedBy}</Bdi> : '–'} · <OnDate view={view} value={batch.decidedAt} /></> },
              waits && batch.managerOnly && { label: words('decides'), value: words('decides.manager') },
            ]} />
            {waits ? (
              <Buttons>
                {!batch.mine && may('currency.grant-aid') ? <PostButton view={view} icon="check" action={`${at}/grant`}>{words('grant.do')}</PostButton> : null}
                {may('currency.drop-aid') ? <PostButton view={view} kind="quiet" icon="cross" action={`${at}/drop`}>{words('drop.do')}</PostButton> : null}
              </Buttons>
            ) : null}
          </Card>
          <Card title={words('households')}>
            <Table view={view} caption={words('households')} rows={batch.lines} rowKey={({ id }) => id} {...(batch.state === 'granted' ? { rowHref: ({ id }: { id: string }) => `/aid/wallets/${id}` } : {})} columns={[
              { key: 'who', label: words('carries'), cell: ({ person }) => (person ? <><PersonName name={person.name} other={person.other} /> <small className="soft"><Ltr>{person.code}</Ltr></small></> : '–') },
              { key: 'adults', label: words('adults'), numeric: true, cell: ({ adults }) => <Num view={view} value={adults} /> },
              { key: 'minors', label: words('minors'), numeric: true, cell: ({ minors }) => <Num view={view} value={minors} /> },
              { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={batch.currency} /> },
            ]} />
            {batch.households > batch.lines.length ? <p className="soft">{words('batch.more', { shown: batch.lines.length })}</p> : null}
          </Card>
        </Stack>
      ),
    };
  },
});
