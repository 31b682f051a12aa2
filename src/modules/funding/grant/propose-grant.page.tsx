import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { milestones } from '../codes.ts';
import { moneyText, nameIn, rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { grantForm } from './grants.query.ts';
import { proposeGrant } from './propose-grant.ts';

/** Where a grant is proposed: from which fund, for whom, in up to three tranches each with its milestone. */
export const proposeGrantPage = definePage<View>({
  path: '/grants/new',
  audience: 'staff',
  needs: 'funding.propose-grant',
  show: async ({ view, values, errors, search, ask }) => {
    const words = fundingWords(view);
    const { funds, envelopes, applications } = await ask(grantForm, {});
    const f = { view, values: { kind: 'grant', fund: search.fund ?? '', receipt: search.receipt ?? '', ...values }, errors };
    const left = (each: { names: Parameters<typeof nameIn>[1]; free: number; currency: string }) => `${nameIn(view, each.names)} · ${words('sum.free')} ${moneyText(view, each.free, each.currency)}`;
    return {
      title: words('grant.new'),
      body: (
        <Stack>
          <PageTitle lede={words('grant.new_lede')} back={{ href: '/grants', label: words('grants') }}>{words('grant.new')}</PageTitle>
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="fund" label={words('grant.fund')} choices={funds.map((each) => ({ value: each.id, label: left(each) }))} />
              {envelopes.length > 0 ? <SelectField {...f} name="envelope" label={words('envelope')} choices={envelopes.map((each) => ({ value: each.id, label: left(each) }))} /> : null}
              <Radios {...f} required name="kind" label={words('grant.kind')} choices={(['grant', 'loan'] as const).map((value) => ({ value, label: words(`kind.${value}`) }))} />
              <TextField {...f} ltr name="receipt" label={words('grant.receipt')} help={words('grant.receipt_help', { many: applications.length })} maxLength={12} />
              <SelectField {...f} name="organization" label={words('grant.body')} choices={rowChoices(view, await ask(organizationList, {}))} />
              <TextField {...f} required name="purpose" label={words('grant.purpose')} help={words('grant.purpose_help')} maxLength={300} />
              {[0, 1, 2].map((row) => <TrancheFields key={row} f={f} row={row} />)}
              <Buttons><Button icon="check">{words('grant.propose')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: proposeGrant, leadsTo: ({ grant }) => `/grants/${grant}` },
});

/** One tranche of the form. Its fields are told apart by their number, so that each keeps what was typed in it. */
const TrancheFields = ({ f, row }: { f: FormState & { readonly view: View }; row: number }): ReactNode => {
  const words = fundingWords(f.view);
  return (
    <>
      <TextField {...f} ltr required={row === 0} name={`tranche.${row}`} label={words('grant.tranche', { number: row + 1 })} />
      <SelectField {...f} name={`milestone.${row}`} label={words('grant.milestone', { number: row + 1 })} choices={milestones.map((value) => ({ value, label: words(`milestone.${value}`) }))} />
    </>
  );
};
