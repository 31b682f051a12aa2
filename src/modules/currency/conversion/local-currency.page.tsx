import { definePage } from '#core/page.ts';
import { Money, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt, Names, nameIn } from '../show.tsx';
import { voucherWords } from '../voucher/voucher-words.ts';
import { currencyWords } from '../words.ts';
import { localCurrency } from './local-currency.query.ts';

/** A local currency: accounts of persons are opened, money of outside is approved by one and taken in by another, and what came of aid is shown. */
export const localCurrencyPage = definePage<View>({
  path: '/aid/instruments/:instrument/units',
  audience: 'staff',
  needs: 'currency.local-currency',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const [words, general] = [voucherWords(view), currencyWords(view)];
    const of = await ask(localCurrency, { instrument: params.instrument! });
    const at = `/aid/instruments/${of.id}/units`;
    const [wallet, buy] = [formAt(visit, `${at}/wallets`), formAt(visit, `${at}/purchases`)];
    return {
      title: nameIn(view, of.names),
      body: (
        <Stack>
          <PageTitle lede={words('local.lede')} back={{ href: `/aid/instruments/${of.id}`, label: general('instrument') }}><Names view={view} of={of.names} /></PageTitle>
          {visit.refusal && !Object.keys(visit.errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {may('currency.open-local-wallet') ? (
            <Card title={words('local.wallet')}>
              <Form {...wallet} action={`${at}/wallets`}>
                <TextField {...wallet} ltr required name="person" label={words('local.person')} />
                <Buttons><Button kind="quiet" icon="plus">{words('local.open')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
          <Card title={words('purchases')}>
            <Table view={view} caption={words('purchases')} rows={of.purchases} rowKey={({ id }) => id} empty={<p className="soft">{words('purchases.none')}</p>} columns={[
              { key: 'amount', label: general('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={of.currency} /> },
              { key: 'proof', label: general('proof'), cell: ({ proof }) => <Bdi>{proof}</Bdi> },
              { key: 'by', label: general('approved_by'), cell: ({ approvedBy }) => (approvedBy ? <Bdi>{approvedBy}</Bdi> : '–') },
              { key: 'in', label: general('loaded_at'), cell: ({ id, takenAt, mine }) => (takenAt ? <OnDate view={view} value={takenAt} /> : !mine && may('currency.take-purchase') ? <PostButton view={view} kind="quiet" action={`${at}/purchases/${id}`}>{general('load.do')}</PostButton> : general('load.waits')) },
            ]} />
            {may('currency.approve-purchase') && of.shops.length > 0 ? (
              <Form {...buy} action={`${at}/purchases`}>
                <SelectField {...buy} required name="account" label={words('buyer')} choices={of.shops.map(({ account, names }) => ({ value: account, label: nameIn(view, names), named: true as const }))} />
                <TextField {...buy} ltr required name="amount" label={general('amount')} />
                <TextField {...buy} required name="proof" label={general('proof')} help={general('proof.help')} maxLength={300} />
                <Buttons><Button kind="quiet" icon="check">{general('load.approve')}</Button></Buttons>
              </Form>
            ) : null}
          </Card>
          <Card title={words('conversions')}>
            <Table view={view} caption={words('conversions')} rows={of.made} rowKey={({ id }) => id} empty={<p className="soft">{words('conversions.none')}</p>} columns={[
              { key: 'at', label: general('when'), cell: (each) => <OnDate view={view} value={each.at} /> },
              { key: 'amount', label: general('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={of.currency} /> },
            ]} />
            <p><a href={`/aid/circulation/${of.id}`}>{words('circulation')}</a></p>
          </Card>
        </Stack>
      ),
    };
  },
});
