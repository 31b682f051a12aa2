import { definePage } from '#core/page.ts';
import { Money, Num, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { labelled } from '#ui/labelled.ts';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ownClaim } from '../claim/own-claim.query.ts';
import { messageWords } from '../message/message-words.ts';
import { formAt, Names } from '../show.tsx';
import { ClaimBadge, merchantWords, ShopBadge } from './merchant-words.tsx';
import { ownShop } from './own-shop.query.ts';

/** The shop's own page: what it is owed, claimed by one press, and where its claims stand. */
export const ownShopPage = definePage<View>({
  path: '/shop',
  audience: 'staff',
  needs: 'currency.own-shop',
  menu: { label: (reader) => merchantWords(reader)('own'), order: 36, group: 'money', icon: 'stall' },
  show: async ({ view, ask, refusal }) => {
    const words = merchantWords(view);
    const { shops } = await ask(ownShop, {});
    return {
      title: words('own'),
      body: (
        <Stack>
          <PageTitle lede={words('own.lede')}>{words('own')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {shops.length === 0 ? <EmptyState title={words('own.none')}>{words('own.none_text')}</EmptyState> : null}
          {shops.map((shop) => (
            <Card key={shop.id} title={<Names view={view} of={shop.names} />}>
              <p><ShopBadge view={view} state={shop.state} /> {labelled(view, messageWords(view)('shops.code'))} <strong><Ltr>{String(shop.code)}</Ltr></strong></p>
              <Grid>
                {shop.owed.map(({ currency, free }) => <Figure key={currency} label={words('own.owed')}><Money view={view} value={free} currency={currency} /></Figure>)}
              </Grid>
              <Buttons>
                {shop.owed.filter(({ free }) => free > 0).map(({ currency, free }) => <PostButton key={currency} view={view} icon="coins" action={`/shop/${shop.id}/claims`} values={{ currency }}>{words('own.claim')} <Money view={view} value={free} currency={currency} /></PostButton>)}
                <LinkButton kind="quiet" icon="list" href={`/shop/${shop.id}/day`}>{words('day')}</LinkButton>
              </Buttons>
              <Table view={view} caption={words('claims')} rows={shop.claims} rowKey={({ id }) => id} rowHref={({ id }) => `/shop/claims/${id}`} empty={<p className="soft">{words('own.no_claims')}</p>} columns={[
                { key: 'number', label: words('claim'), cell: ({ number }) => <Num view={view} value={number} /> },
                { key: 'at', label: words('when'), cell: ({ at }) => <OnDate view={view} value={at} /> },
                { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
                { key: 'state', label: words('state'), cell: ({ state }) => <ClaimBadge view={view} state={state} /> },
              ]} />
            </Card>
          ))}
        </Stack>
      ),
    };
  },
});

/** One claim of the shop, and where it says that something is wrong. */
export const ownClaimPage = definePage<View>({
  path: '/shop/claims/:claim',
  audience: 'staff',
  needs: 'currency.own-claim',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = merchantWords(view);
    const claim = await ask(ownClaim, { claim: params.claim! });
    const action = `/shop/claims/${claim.id}/object`;
    const f = formAt(visit, action);
    return {
      title: words('claim_n', { n: claim.number }),
      body: (
        <Stack>
          <PageTitle lede={<ClaimBadge view={view} state={claim.state} />} back={{ href: '/shop', label: words('own') }}>{words('claim_n', { n: claim.number })}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card><Facts view={view} facts={[{ label: words('amount'), value: <Money view={view} value={claim.amount} currency={claim.currency} /> }, claim.bankLine !== null && { label: words('bank_line'), value: <Bdi>{claim.bankLine}</Bdi> }]} /></Card>
          <Card title={words('steps')}>
            <Table view={view} caption={words('steps')} rows={claim.steps} rowKey={({ id }) => id} columns={[
              { key: 'state', label: words('state'), cell: ({ state }) => <ClaimBadge view={view} state={state} /> }, { key: 'at', label: words('when'), cell: ({ at }) => <OnDate view={view} value={at} /> },
              { key: 'why', label: words('why'), cell: ({ why }) => (why ? <Bdi>{why}</Bdi> : '–') },
            ]} />
          </Card>
          {claim.mayObject ? <Card title={words('object')}><Form {...f} action={action}><TextField {...f} required name="why" label={words('object.why')} maxLength={300} /><Buttons><Button kind="quiet" icon="warning">{words('object.button')}</Button></Buttons></Form></Card> : null}
        </Stack>
      ),
    };
  },
});
