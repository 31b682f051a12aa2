import { definePage } from '#core/page.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { merchantWords } from '../merchant/merchant-words.tsx';
import { Names } from '../show.tsx';
import { alertList, alertSheet } from './alert-list.query.ts';
import { settleAlert } from './settle-alert.ts';

/** Patterns in the sales of shops that somebody looks at; none of them stops a shop. */
export const alertsPage = definePage<View>({
  path: '/aid/alerts',
  audience: 'staff',
  needs: 'currency.alert-list',
  show: async ({ view, ask }) => {
    const words = merchantWords(view);
    const { alerts } = await ask(alertList, {});
    return {
      title: words('alerts'),
      body: (
        <Stack>
          <PageTitle lede={words('alerts.lede')} back={{ href: '/aid/merchants', label: words('shops') }}>{words('alerts')}</PageTitle>
          <Table view={view} caption={words('alerts')} rows={alerts} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/alerts/${id}`} empty={<EmptyState title={words('alerts.none')}>{words('alerts.none_text')}</EmptyState>} columns={[
            { key: 'kind', label: words('alert'), cell: ({ kind }) => words(`alert.${kind}`) }, { key: 'shop', label: words('shop'), cell: ({ names }) => <Names view={view} of={names} /> },
            { key: 'day', label: words('alert.day'), cell: ({ day }) => <CalendarDate view={view} value={day} /> }, { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
            { key: 'state', label: words('state'), cell: ({ outcome }) => <Badge tone={outcome ? 'olive' : 'saffron'}>{words(outcome ? 'alert.seen' : 'alert.waits')}</Badge> },
          ]} />
        </Stack>
      ),
    };
  },
});

/** One pattern: what it means, how much, and what whoever looked at it found. */
export const alertPage = definePage<View>({
  path: '/aid/alerts/:alert',
  audience: 'staff',
  needs: 'currency.settle-alert',
  show: async ({ view, params, values, errors, refusal, ask }) => {
    const words = merchantWords(view);
    const one = await ask(alertSheet, { alert: params.alert! });
    const f = { view, values, errors };
    return {
      title: words(`alert.${one.kind}`),
      body: (
        <Stack>
          <PageTitle back={{ href: '/aid/alerts', label: words('alerts') }}>{words(`alert.${one.kind}`)}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <Card>
            <p>{words(`alert.${one.kind}_says`)}</p>
            <Facts view={view} facts={[
              { label: words('shop'), value: <a href={`/aid/merchants/${one.merchant}`}><Names view={view} of={one.names} /></a> }, { label: words('alert.day'), value: <CalendarDate view={view} value={one.day} /> },
              { label: words('alert.times'), value: <Num view={view} value={one.times} /> }, { label: words('amount'), value: <Money view={view} value={one.amount} currency={one.currency} /> }, one.outcome !== null && { label: words('alert.outcome'), value: <Bdi>{one.outcome}</Bdi> },
            ]} />
          </Card>
          {one.outcome === null ? <Card><Form {...f}><TextField {...f} required name="outcome" label={words('alert.outcome')} help={words('alert.help')} maxLength={300} /><Buttons><Button icon="check">{words('alert.button')}</Button></Buttons></Form></Card> : null}
        </Stack>
      ),
    };
  },
  post: { action: settleAlert, input: ({ params }) => ({ alert: params.alert }), leadsTo: () => '/aid/alerts' },
});
