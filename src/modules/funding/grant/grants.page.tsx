import { definePage } from '#core/page.ts';
import { Money } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { grantStates } from '../codes.ts';
import { Names, rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { GrantBadge } from './grant-badge.tsx';
import { grantList, grantsWaiting } from './grants.query.ts';

/** The grants and loans of the hub, by state and fund; whoever is behind an application stands here as its receipt number. */
export const grantsPage = definePage<View>({
  path: '/grants',
  audience: 'staff',
  needs: 'funding.grant-list',
  menu: { label: (reader) => fundingWords(reader)('grants'), order: 61, group: 'money', also: ['/sub-grants'], icon: 'coins', waiting: grantsWaiting },
  show: async ({ view, search, ask, may }) => {
    const words = fundingWords(view);
    const { page, pageSize, total, funds, grants } = await ask(grantList, { state: search.state, fund: search.fund, page: search.page });
    const propose = may('funding.propose-grant') ? <LinkButton icon="plus" href="/grants/new">{words('grant.new')}</LinkButton> : null;
    const f = { view, values: search, errors: {} };
    return {
      title: words('grants'),
      body: (
        <Stack>
          <PageTitle lede={words('grants.lede')} actions={<>{propose}<LinkButton kind="quiet" href="/payment-files">{words('files')}</LinkButton><LinkButton kind="quiet" href="/sub-grants">{words('sub_grants')}</LinkButton></>}>{words('grants')}</PageTitle>
          <Filters view={view}>
            <SelectField {...f} required orAll name="state" label={words('grant.state')} choices={grantStates.map((value) => ({ value, label: words(`state.${value}`) }))} />
            <SelectField {...f} required orAll name="fund" label={words('grant.fund')} choices={rowChoices(view, funds)} />
          </Filters>
          <Card>
            <Table view={view} caption={words('grants')} rows={grants} rowKey={({ id }) => id} rowHref={({ id }) => `/grants/${id}`} empty={<EmptyState title={words('grants.none')} action={propose}>{words('grants.none_text')}</EmptyState>} columns={[
              { key: 'purpose', label: words('grant.purpose'), cell: ({ purpose }) => <Bdi>{purpose}</Bdi> },
              { key: 'for', label: words('grant.for'), cell: ({ receipt, body }) => <>{body ? <Names view={view} of={body} /> : null}{receipt ? <> <Ltr>{receipt}</Ltr></> : null}</> },
              { key: 'fund', label: words('grant.fund'), cell: ({ fund }) => <Names view={view} of={fund} /> },
              { key: 'state', label: words('grant.state'), cell: ({ state }) => <GrantBadge view={view} state={state} /> },
              { key: 'amount', label: words('grant.amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
              { key: 'paid', label: words('grant.paid'), numeric: true, cell: ({ paid, currency }) => <Money view={view} value={paid} currency={currency} /> },
            ]} />
            {total > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={total} /> : null}
          </Card>
        </Stack>
      ),
    };
  },
});
