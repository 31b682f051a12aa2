import { currencies } from '#core/money.ts';
import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { fundForm } from './fund-form.query.ts';
import { openFund } from './open-fund.ts';

/** Where a fund is written down. */
export const openFundPage = definePage<View>({
  path: '/funds/new',
  audience: 'staff',
  needs: 'funding.open-fund',
  show: async ({ view, values, errors, ask }) => {
    const words = fundingWords(view);
    const f = { view, values, errors };
    const bodies = rowChoices(view, await ask(organizationList, {}));
    const { programmes } = await ask(fundForm, {});
    return {
      title: words('fund.open'),
      body: (
        <Stack>
          <PageTitle lede={words('fund.open_lede')} back={{ href: '/funds', label: words('funds') }}>{words('fund.open')}</PageTitle>
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="names" label={words('fund.names')} />
              <TextField {...f} ltr required name="code" label={words('fund.code')} help={words('fund.code_help')} maxLength={40} />
              <SelectField {...f} required name="funder" label={words('fund.funder')} choices={bodies} />
              <SelectField {...f} name="partner" label={words('fund.partner')} choices={bodies} />
              <SelectField {...f} name="programme" label={words('fund.programme')} choices={rowChoices(view, programmes)} />
              <SelectField {...f} required name="currency" label={words('fund.currency')} choices={currencies.map((value) => ({ value, label: value }))} />
              <TextField {...f} ltr required name="amount" label={words('fund.amount')} />
              <DateField {...f} required name="starts_on" label={words('fund.starts')} />
              <DateField {...f} name="ends_on" label={words('fund.ends')} />
              <NumberField {...f} name="least_own_permille" label={words('fund.own_share')} help={words('fund.own_share_help')} min={0} max={1000} />
              <Buttons><Button icon="check">{words('fund.open_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openFund, leadsTo: ({ fund }) => `/funds/${fund}` },
});
