import { currencies } from '#core/money.ts';
import { definePage } from '#core/page.ts';
import { Money } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { approvingRoles } from '../codes.ts';
import { Names, rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { approvalLimits, setApprovalLimit } from './approval-limits.ts';

/** Who approves how much; whoever administers the network sets it. */
export const limitsPage = definePage<View>({
  path: '/funds/limits',
  audience: 'staff',
  needs: 'funding.approval-limits',
  show: async ({ view, values, errors, ask, may }) => {
    const words = fundingWords(view);
    const { hubs, limits } = await ask(approvalLimits, {});
    const f = { view, values, errors };
    return {
      title: words('limits'),
      body: (
        <Stack>
          <PageTitle lede={words('limits.lede')} back={{ href: '/funds', label: words('funds') }}>{words('limits')}</PageTitle>
          <Card>
            <Table view={view} caption={words('limits')} rows={limits} rowKey={({ id }) => id} empty={<EmptyState title={words('limits.none')} />} columns={[
              { key: 'hub', label: words('limits.hub'), cell: ({ hub }) => <Names view={view} of={hub} /> }, { key: 'role', label: words('limits.role'), cell: ({ role }) => words(`role.${role}`) },
              { key: 'alone', label: words('limits.alone'), numeric: true, cell: ({ alone, currency }) => <Money view={view} value={alone} currency={currency} /> },
              { key: 'most', label: words('limits.most'), numeric: true, cell: ({ most, currency }) => <Money view={view} value={most} currency={currency} /> },
            ]} />
          </Card>
          {may('funding.set-approval-limit') ? (
            <Card title={words('limits.set')}>
              <Form {...f}>
                <SelectField {...f} required name="hub" label={words('limits.hub')} choices={rowChoices(view, hubs)} />
                <Radios {...f} required name="role" label={words('limits.role')} choices={approvingRoles.map((value) => ({ value, label: words(`role.${value}`) }))} />
                <SelectField {...f} required name="currency" label={words('fund.currency')} choices={currencies.map((value) => ({ value, label: value }))} />
                <TextField {...f} ltr required name="alone" label={words('limits.alone')} />
                <TextField {...f} ltr required name="most" label={words('limits.most')} />
                <Buttons><Button icon="check">{words('limits.set')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: setApprovalLimit, leadsTo: () => '/funds/limits' },
});
