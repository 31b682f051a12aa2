import { definePage } from '#core/page.ts';
import { Money, OnDate } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { formAt, moneyText, Names, nameIn } from '../show.tsx';
import { voucherWords } from '../voucher/voucher-words.ts';
import { currencyWords } from '../words.ts';
import { convertUnits } from './convert-units.ts';
import { convertible } from './convertible.query.ts';

/** Where a shop makes local currency of what it took as aid, programme by programme; what is only settled is not offered. */
export const convertPage = definePage<View>({
  path: '/till/conversion',
  audience: 'staff',
  needs: 'currency.convertible',
  show: async (visit) => {
    const { view, ask } = visit;
    const [words, general] = [voucherWords(view), currencyWords(view)];
    const { open, made } = await ask(convertible, {});
    const may = open.filter(({ becomes, amount, into }) => becomes === 'recirculates' && amount > 0 && into);
    const f = formAt(visit, '/till/conversion');
    return {
      title: words('convert'),
      body: (
        <Stack>
          <PageTitle lede={words('convert.lede')} back={{ href: '/till', label: words('till') }}>{words('convert')}</PageTitle>
          {visit.refusal && !Object.keys(visit.errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            {may.length === 0 ? <p className="soft">{words('convert.none')}</p> : (
              <Form {...f} action="/till/conversion">
                <Radios {...f} required name="programme" label={general('programme')} choices={may.map(({ programme, names, amount, currency }) => ({ value: programme, label: `${nameIn(view, names)} · ${moneyText(view, amount, currency)}`, named: true as const }))} />
                <TextField {...f} ltr required name="amount" label={general('amount')} />
                <Buttons><Button icon="check">{words('convert.do')}</Button></Buttons>
              </Form>
            )}
          </Card>
          <Card title={words('conversions')}>
            <Table view={view} caption={words('conversions')} rows={made} rowKey={({ id }) => id} empty={<p className="soft">{words('conversions.none')}</p>} columns={[
              { key: 'at', label: general('when'), cell: ({ at }) => <OnDate view={view} value={at} /> },
              { key: 'into', label: general('instrument'), cell: ({ names }) => <Names view={view} of={names} /> },
              { key: 'amount', label: general('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: convertUnits, leadsTo: () => '/till/conversion' },
});
