import { definePage } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import { protectedFigures } from './protected-figures.query.ts';

/** Protected files by finished year; below ten the page says the same whether there are nine or none. */
export const protectedFiguresPage = definePage<View>({
  path: '/safe/numbers',
  audience: 'staff',
  needs: 'confidential.protected-figures',
  menu: { label: (reader) => confidentialWords(reader)('numbers.menu'), order: 77, group: 'care', icon: 'chart' },
  show: async ({ view, ask }) => {
    const words = confidentialWords(view);
    const said = (count: number | null) => (count === null ? words('numbers.few') : words('numbers.from', { number: count }));
    const years = await ask(protectedFigures, {});
    return {
      title: words('numbers.menu'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('numbers.lede')}>{words('numbers.menu')}</PageTitle>
          <Table
            view={view} caption={words('numbers.opened')} rows={years} rowKey={({ year }) => String(year)}
            columns={[
              { key: 'year', label: words('numbers.year'), cell: ({ year }) => <Ltr>{String(year)}</Ltr> },
              { key: 'opened', label: words('numbers.opened'), cell: ({ opened }) => said(opened) },
              { key: 'declared', label: words('numbers.declared'), cell: ({ declared }) => said(declared) },
            ]}
          />
        </Stack>
      ),
    };
  },
});
