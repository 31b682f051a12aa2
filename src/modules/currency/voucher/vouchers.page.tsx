import { definePage } from '#core/page.ts';
import { AtTime, CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt, Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { drawVouchers } from './draw-vouchers.ts';
import { voucherList } from './voucher-list.query.ts';
import { voucherWords } from './voucher-words.ts';

const tones = { issued: 'olive', redeemed: 'door', void: 'saffron', expired: 'door' } as const;

/** The paper vouchers of an aid: how many are drawn, printed and taken; more are drawn here, and lost ones voided. */
export const vouchersPage = definePage<View>({
  path: '/aid/wallets/:aid/vouchers',
  audience: 'staff',
  needs: 'currency.voucher-list',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = voucherWords(view);
    const list = await ask(voucherList, { aid: params.aid! });
    const at = `/aid/wallets/${list.aid}/vouchers`;
    const f = formAt(visit, at);
    return {
      title: words('vouchers'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={list.names} />} back={{ href: `/aid/wallets/${list.aid}`, label: currencyWords(view)('wallet') }}>{words('vouchers')}</PageTitle>
          {visit.refusal && !Object.keys(visit.errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {list.open && list.free > 0 && may('currency.draw-vouchers') ? (
            <Card title={words('draw')}>
              <p className="soft">{words('draw.help')} <Money view={view} value={list.free} currency={list.currency} /> · <CalendarDate view={view} value={list.until} /></p>
              <Form {...f} action={at}>
                <NumberField {...f} required name="pieces" label={words('pieces')} min={1} max={60} />
                <TextField {...f} ltr required name="amount" label={words('each')} />
                <Buttons><Button icon="check">{words('draw.do')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
          {list.batches.filter(({ issued }) => issued > 0).map(({ id, at: drawn, issued }) => (
            <Card key={id}>
              <p><AtTime view={view} value={drawn} /> · {words('issued', { issued })}</p>
              <Buttons>{(['ar', 'fr', 'en'] as const).map((lang) => <LinkButton key={lang} kind="quiet" icon="print" href={`/aid/vouchers/${id}/print?in=${lang}`}>{words(`print.${lang}`)}</LinkButton>)}</Buttons>
            </Card>
          ))}
          <Card>
            <Table view={view} caption={words('vouchers')} rows={list.vouchers} rowKey={({ id }) => id} empty={<p className="soft">{words('none')}</p>} columns={[
              { key: 'serial', label: words('serial'), cell: ({ serial }) => <Num view={view} value={serial} /> },
              { key: 'amount', label: currencyWords(view)('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={list.currency} /> },
              { key: 'state', label: currencyWords(view)('state'), cell: ({ state }) => <Badge tone={tones[state]}>{words(`state.${state}`)}</Badge> },
              { key: 'at', label: currencyWords(view)('when'), cell: (voucher) => <AtTime view={view} value={voucher.at} /> },
              { key: 'void', label: words('lost'), cell: ({ id, state }) => (state === 'issued' && may('currency.void-voucher') ? <PostButton view={view} kind="quiet" action={`${at}/${id}/void`}>{words('void.do')}</PostButton> : '–') },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: drawVouchers, input: ({ params }) => ({ aid: params.aid }), leadsTo: ({ aid }) => `/aid/wallets/${aid}/vouchers` },
});
