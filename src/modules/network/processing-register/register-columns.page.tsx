import { definePage } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { controllerWords } from '../controller-words.ts';
import { processingRegister } from './processing-register.query.ts';
import { purposeOf } from './purpose-of.ts';
import type { RegisteredColumn, RegisteredTable } from './read-schema.ts';

const pageSize = 100;

interface Line {
  readonly table: RegisteredTable;
  readonly column: RegisteredColumn;
}

/** The whole register in one list, a line for each column of each table about people: what goes to an authority as a file. */
export const registerColumnsPage = definePage<View>({
  path: '/personal-data/register/columns',
  audience: 'staff',
  needs: 'network.processing-register',
  show: async ({ view, search, ask }) => {
    const words = controllerWords(view);
    const { tables } = await ask(processingRegister, {});
    const lines = tables.filter(({ about }) => about !== 'none').flatMap((table) => table.columns.map((column): Line => ({ table, column })));
    const page = Math.min(Math.max(1, Number(search.page) || 1), Math.ceil(lines.length / pageSize));
    return {
      title: words('register.file'),
      body: (
        <Stack>
          <PageTitle lede={words('register.lede')} back={{ href: '/personal-data/register', label: words('register.title') }}>{words('register.file')}</PageTitle>
          <Table<Line>
            view={view} caption={words('register.title')} rows={lines.slice((page - 1) * pageSize, page * pageSize)} rowKey={({ table, column }) => `${table.schema}.${table.name}.${column.name}`}
            columns={[
              { key: 'table', label: words('register.table'), cell: ({ table }) => <Ltr>{`${table.schema}.${table.name}`}</Ltr> },
              { key: 'column', label: words('register.column'), cell: ({ column }) => <Ltr>{column.name}</Ltr> },
              { key: 'purpose', label: words('register.purpose'), cell: ({ table }) => purposeOf(view, table.schema) },
              { key: 'about', label: words('register.about'), cell: ({ table }) => words(`about.${table.about}`) },
              { key: 'compartment', label: words('register.compartment'), cell: ({ table }) => <Ltr>{table.compartment}</Ltr> },
              { key: 'kept', label: words('register.kept_as'), cell: ({ column }) => words(`kept.${column.keptAs}`) },
              { key: 'says', label: words('register.description'), cell: ({ column }) => <span lang="en" dir="ltr">{column.says}</span> },
            ]}
          />
          <Pager view={view} page={page} pageSize={pageSize} total={lines.length} />
        </Stack>
      ),
    };
  },
});
