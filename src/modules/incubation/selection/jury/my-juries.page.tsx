import { definePage } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { selectionWords } from '../selection-words.ts';
import { myJuries } from './my-juries.query.ts';

/** Where a juror begins: the calls she judges and how much is left. */
export const myJuriesPage = definePage<View>({
  path: '/juries',
  audience: 'staff',
  needs: 'incubation.my-juries',
  menu: { label: (reader) => selectionWords(reader)('juries.title'), order: 17, group: 'incubation', icon: 'scales' },
  show: async (visit) => {
    const { view } = visit;
    const words = selectionWords(view);
    const rows = await visit.ask(myJuries, {});
    return {
      title: words('juries.title'),
      body: (
        <Stack>
          <PageTitle lede={words('juries.lede')}>{words('juries.title')}</PageTitle>
          <Table
            view={view} caption={words('juries.title')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/calls/${id}/jury`}
            empty={<EmptyState title={words('juries.none')}>{words('juries.none_text')}</EmptyState>}
            columns={[
              { key: 'call', label: words('juries.call'), cell: ({ names }) => <Said view={view} value={names} /> },
              { key: 'closes', label: words('juries.closes'), cell: ({ closesAt }) => <AtTime view={view} value={closesAt} /> },
              { key: 'left', label: words('juries.left'), numeric: true, cell: ({ left }) => <Num view={view} value={left} /> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
