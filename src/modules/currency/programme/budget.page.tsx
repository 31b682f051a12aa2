import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Money, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { categoriesText, Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { budget } from './budget.query.ts';

/** The budget file of an aid programme for everybody, published before its first money. */
export const budgetPage = definePage<View>({
  path: '/aid/budgets/:programme',
  audience: 'citizen',
  needs: 'currency.budget',
  show: async ({ view, params, ask }) => {
    const words = currencyWords(view);
    const file = await ask(budget, { programme: params.programme! });
    const lines = [{ what: null, amount: file.aid }, ...file.lines];
    return {
      title: words('budget'),
      hubName: nameIn(view, file.hub.names),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={file.names} />}>{words('budget')}</PageTitle>
          <Card>
            <Table view={view} caption={words('budget')} rows={lines} rowKey={({ what, amount }) => `${what ?? ''} ${amount}`} columns={[
              { key: 'what', label: words('budget.for'), cell: ({ what }) => (what === null ? words('budget.aid') : <Bdi>{what}</Bdi>) },
              { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={file.currency} /> },
            ]} />
          </Card>
          <Card>
            <Facts view={view} facts={[
              { label: words('funder'), value: <Names view={view} of={file.funder} /> }, { label: words('pledged'), value: <Money view={view} value={file.pledged} currency={file.currency} /> },
              { label: words('amount.ceiling'), value: <Money view={view} value={file.ceiling} currency={file.currency} /> }, { label: words('categories'), value: categoriesText(view, file.categories) },
              { label: words('residence'), value: file.territories.length === 0 ? words('residence.anywhere') : file.territories.map((code) => <span key={code}><PlaceName view={view} code={code} /> </span>) },
              { label: words('programme.ends'), value: <CalendarDate view={view} value={file.endsOn} /> }, { label: words('becomes'), value: words(`becomes.${file.becomes}`) },
              { label: words('rules.version'), value: <Ltr>{file.version}</Ltr> }, { label: words('published'), value: <OnDate view={view} value={file.publishedAt} /> },
            ]} />
            <p><a href={`/aid/rules/${file.instrument}`}>{words('rules')}</a></p>
          </Card>
        </Stack>
      ),
    };
  },
});
