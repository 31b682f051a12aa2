import type { ReactNode } from 'react';
import { scaleOf } from '#core/money.ts';
import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate, Money, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { messageWords } from '../message/message-words.ts';
import { offlineWords } from '../offline/offline-words.ts';
import { categoriesText, formAt, Names, nameIn } from '../show.tsx';
import { merchantSheet } from './merchant-sheet.query.ts';
import { merchantWords, ShopBadge } from './merchant-words.tsx';
import { LimitFields, ShopFields } from './shop-fields.tsx';

type Sheet = Awaited<ReturnType<(typeof merchantSheet)['spec']['run']>>;
interface Part { readonly visit: Visit<View>; readonly shop: Sheet }

/** One shop: its way from application to leaving, its terms, what is owed to it, and who here is close to it. */
export const merchantPage = definePage<View>({
  path: '/aid/merchants/:merchant',
  audience: 'staff',
  needs: 'currency.merchant-sheet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = merchantWords(view);
    const shop = await ask(merchantSheet, { merchant: params.merchant! });
    const takesPart = shop.state === 'active' || shop.state === 'suspended';
    return {
      title: nameIn(view, shop.names),
      body: (
        <Stack>
          <PageTitle lede={<ShopBadge view={view} state={shop.state} />} back={{ href: '/aid/merchants', label: words('shops') }}><Names view={view} of={shop.names} /></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {shop.agreement || shop.state === 'exited' ? null : <Notice view={view} kind="warning">{words(takesPart ? 'refusal.agreement-over' : 'agreement.none')}</Notice>}
          <Card>
            <Facts view={view} facts={[
              { label: words('since'), value: <OnDate view={view} value={shop.since} /> }, shop.why !== null && { label: words('why'), value: <Bdi>{shop.why}</Bdi> },
              { label: words('agreement'), value: shop.agreement ? <>{words('agreement.until')} <CalendarDate view={view} value={shop.agreement.until} /></> : '–' },
              { label: words('sells'), value: categoriesText(view, shop.categories) }, { label: messageWords(view)('shops.code'), value: <Ltr>{String(shop.code)}</Ltr> }, { label: words('hours'), value: shop.opensAt ? <Ltr>{`${shop.opensAt}–${shop.closesAt}`}</Ltr> : '–' },
            ]} />
          </Card>
          {takesPart ? (
            <Card title={words('owed')}>
              <Table view={view} caption={words('owed')} rows={shop.money} rowKey={({ currency }) => currency} columns={[
                { key: 'currency', label: words('currency'), cell: ({ currency }) => <Ltr>{currency}</Ltr> },
                { key: 'free', label: words('free'), numeric: true, cell: ({ free, currency }) => <Money view={view} value={free} currency={currency} /> },
                { key: 'claimed', label: words('claimed'), numeric: true, cell: ({ claimed, currency }) => <Money view={view} value={claimed} currency={currency} /> },
                { key: 'sale', label: words('limit.sale'), numeric: true, cell: ({ limits, currency }) => (limits ? <Money view={view} value={limits.sale} currency={currency} /> : '–') },
                { key: 'day', label: words('limit.day'), numeric: true, cell: ({ limits, currency }) => (limits ? <Money view={view} value={limits.day} currency={currency} /> : '–') },
              ]} />
            </Card>
          ) : null}
          {takesPart ? <Buttons><LinkButton kind="quiet" icon="stall" href={`/aid/merchants/${shop.id}/offline`}>{offlineWords(view)('offline')}</LinkButton></Buttons> : null}
          <NextStep visit={visit} shop={shop} />
          <Close visit={visit} shop={shop} />
          <Stop visit={visit} shop={shop} />
        </Stack>
      ),
    };
  },
});

/** What opens it further: the agreement, then the till, then its terms. */
const NextStep = ({ visit, shop }: Part): ReactNode => {
  const { view, may } = visit;
  const words = merchantWords(view);
  const at = `/aid/merchants/${shop.id}`;
  const offered = shop.money.map(({ currency }) => currency);
  if (shop.state === 'applied') return shop.agreement && may('currency.tie-agreement') ? <Buttons><PostButton view={view} icon="check" action={`${at}/agreement`}>{words('agreement.tie')}</PostButton></Buttons> : null;
  if (shop.state === 'agreement_signed') {
    const f = formAt(visit, `${at}/open`);
    return may('currency.open-till') ? <Card title={words('open')}><Form {...f} action={`${at}/open`}><LimitFields f={{ ...f, view }} offered={offered} /><Buttons><Button icon="check">{words('open.button')}</Button></Buttons></Form></Card> : null;
  }
  if (shop.state === 'exited' || !may('currency.change-terms')) return null;
  const action = `${at}/terms`;
  const f = formAt(visit, action);
  const first = shop.money.find(({ limits }) => limits);
  const plain = (minor: number) => (first ? (minor / 10 ** scaleOf(first.currency)).toFixed(scaleOf(first.currency)) : '');
  const now = { categories: shop.categories, opens_at: shop.opensAt ?? '', closes_at: shop.closesAt ?? '', ...(first?.limits ? { currency: first.currency, sale: plain(first.limits.sale), day: plain(first.limits.day) } : {}) };
  const filled = { ...f, view, values: Object.keys(f.values).length > 0 ? f.values : now };
  return <Card title={words('terms')}><Form {...filled} action={action}><ShopFields f={filled} /><LimitFields f={filled} offered={offered} /><Buttons><Button kind="quiet" icon="check">{words('terms.button')}</Button></Buttons></Form></Card>;
};

/** Who here is close to the shop, and so decides nothing of its claims. */
const Close = ({ visit, shop }: Part): ReactNode => {
  const { view, may } = visit;
  const words = merchantWords(view);
  const action = `/aid/merchants/${shop.id}/ties`;
  const f = formAt(visit, action);
  if (!may('currency.say-tie')) return null;
  return (
    <Card title={words('close')}>
      <p className="soft">{words('close.help')}</p>
      {shop.close.length > 0 ? <ul>{shop.close.map((name) => <li key={name}><Bdi>{name}</Bdi></li>)}</ul> : null}
      <Form {...f} action={action}>
        <SelectField {...f} required name="colleague" label={words('colleague')} choices={shop.colleagues.map(({ account, name }) => ({ value: account, label: name }))} />
        <Buttons><Button kind="quiet" icon="check">{words('close.button')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** What stops it, lets it go on, or ends it. */
const Stop = ({ visit, shop }: Part): ReactNode => {
  const { view, may } = visit;
  const words = merchantWords(view);
  const at = `/aid/merchants/${shop.id}`;
  const [suspend, exit] = [formAt(visit, `${at}/suspend`), formAt(visit, `${at}/exit`)];
  if (shop.state === 'exited' || !may('currency.suspend-merchant')) return null;
  return (
    <Card title={words('stop')}>
      {shop.state === 'active' ? <Form {...suspend} action={`${at}/suspend`}><TextField {...suspend} required name="why" label={words('suspend.why')} help={words('suspend.help')} maxLength={300} /><Buttons><Button kind="danger" icon="lock">{words('suspend.button')}</Button></Buttons></Form> : null}
      {shop.state === 'suspended' && !shop.mine ? <Buttons><PostButton view={view} icon="check" action={`${at}/resume`}>{words('resume.button')}</PostButton></Buttons> : null}
      {shop.state === 'active' ? null : <Form {...exit} action={`${at}/exit`}><TextField {...exit} required name="why" label={words('exit.why')} help={words('exit.help')} maxLength={300} /><Buttons><Button kind="danger" icon="exit">{words('exit.button')}</Button></Buttons></Form>}
    </Card>
  );
};
