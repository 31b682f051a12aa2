import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Money, Num } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { subGrantSectors, subGrantStates } from '../codes.ts';
import { Names, rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { proposeSubGrant } from './propose-sub-grant.ts';
import { SubGrantBadge } from './sub-grant-badge.tsx';
import { subGrantList } from './sub-grants.query.ts';

/** The proposals and sub-grants of the hub, by state and fund. */
export const subGrantsPage = definePage<View>({
  path: '/sub-grants',
  audience: 'staff',
  needs: 'funding.sub-grant-list',
  show: async ({ view, search, ask, may }) => {
    const words = fundingWords(view);
    const { funds, subGrants } = await ask(subGrantList, { state: search.state, fund: search.fund });
    const propose = may('funding.propose-sub-grant') ? <LinkButton icon="plus" href="/sub-grants/new">{words('sub_grant.new')}</LinkButton> : null;
    const f = { view, values: search, errors: {} };
    return {
      title: words('sub_grants'),
      body: (
        <Stack>
          <PageTitle lede={words('sub_grants.lede')} back={{ href: '/grants', label: words('grants') }} actions={propose}>{words('sub_grants')}</PageTitle>
          <Filters view={view}>
            <SelectField {...f} required orAll name="state" label={words('grant.state')} choices={subGrantStates.map((value) => ({ value, label: words(`sstate.${value}`) }))} />
            <SelectField {...f} required orAll name="fund" label={words('grant.fund')} choices={rowChoices(view, funds)} />
          </Filters>
          <Card>
            <Table view={view} caption={words('sub_grants')} rows={subGrants} rowKey={({ id }) => id} rowHref={({ id }) => `/sub-grants/${id}`} empty={<EmptyState title={words('sub_grants.none')} action={propose} />} columns={[
              { key: 'title', label: words('sub_grant.names'), cell: ({ names }) => <Names view={view} of={names} /> }, { key: 'body', label: words('sub_grant.body'), cell: ({ body }) => <Names view={view} of={body} /> },
              { key: 'state', label: words('grant.state'), cell: ({ state }) => <SubGrantBadge view={view} state={state} /> },
              { key: 'asked', label: words('sub_grant.asked'), numeric: true, cell: ({ asked, currency }) => <Money view={view} value={asked} currency={currency} /> },
              { key: 'own', label: words('sub_grant.own'), numeric: true, cell: ({ own, currency }) => <Money view={view} value={own} currency={currency} /> },
              { key: 'points', label: words('sub_grant.points'), numeric: true, cell: ({ points }) => (points === null ? '–' : <Num view={view} value={points} />) },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});

/** Where a proposal is written down. */
export const proposeSubGrantPage = definePage<View>({
  path: '/sub-grants/new',
  audience: 'staff',
  needs: 'funding.propose-sub-grant',
  show: async ({ view, values, errors, ask }) => {
    const words = fundingWords(view);
    const { funds } = await ask(subGrantList, {});
    const bodies = await ask(organizationList, {});
    const f = { view, values, errors };
    return {
      title: words('sub_grant.new'),
      body: (
        <Stack>
          <PageTitle lede={words('sub_grants.lede')} back={{ href: '/sub-grants', label: words('sub_grants') }}>{words('sub_grant.new')}</PageTitle>
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="fund" label={words('grant.fund')} choices={rowChoices(view, funds.filter(({ state }) => state === 'open'))} />
              <SelectField {...f} required name="organization" label={words('sub_grant.body')} choices={rowChoices(view, bodies)} />
              <MultilingualField {...f} required name="names" label={words('sub_grant.names')} />
              <SelectField {...f} required name="sector" label={words('sub_grant.sector')} choices={subGrantSectors.map((value) => ({ value, label: words(`sector.${value}`) }))} />
              <TextField {...f} ltr required name="asked" label={words('sub_grant.asked')} />
              <TextField {...f} ltr required name="own" label={words('sub_grant.own')} />
              <SelectField {...f} name="letter_from" label={words('sub_grant.letter_from')} choices={rowChoices(view, bodies.filter(({ sector }) => sector === 'public'))} />
              <DateField {...f} name="letter_on" label={words('sub_grant.letter_on')} />
              <Buttons><Button icon="check">{words('sub_grant.write')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: proposeSubGrant, leadsTo: ({ sub_grant: of }) => `/sub-grants/${of}` },
});
