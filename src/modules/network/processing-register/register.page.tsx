import { Fragment, type ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { controllerWords } from '../controller-words.ts';
import { groupedBy } from './grouped-by.ts';
import { processingRegister } from './processing-register.query.ts';
import { purposeOf } from './purpose-of.ts';
import type { RegisteredTable } from './read-schema.ts';

/** The register of processing: parts of the house with their purpose, their tables, and one table's columns when it is chosen. */
export const registerPage = definePage<View>({
  path: '/personal-data/register',
  audience: 'staff',
  needs: 'network.processing-register',
  show: async (visit) => {
    const { view, search } = visit;
    const words = controllerWords(view);
    const { tables } = await visit.ask(processingRegister, {});
    const chosen = tables.find(({ schema, name }) => `${schema}.${name}` === search.table);
    const back = chosen ? { href: '/personal-data/register', label: words('register.title') } : { href: '/personal-data', label: words('back') };
    return {
      title: words('register.title'),
      body: (
        <Stack>
          <PageTitle lede={words('register.lede')} back={back}>{words('register.title')}</PageTitle>
          <Buttons><LinkButton kind="quiet" icon="download" href="/personal-data/register/columns">{words('register.file')}</LinkButton></Buttons>
          {chosen ? <Columns view={view} table={chosen} /> : <Parts view={view} tables={tables} />}
        </Stack>
      ),
    };
  },
});

const Parts = ({ view, tables }: { view: View; tables: readonly RegisteredTable[] }): ReactNode => {
  const words = controllerWords(view);
  const aboutPeople = tables.filter(({ about }) => about !== 'none');
  const others = tables.filter(({ about }) => about === 'none');
  return (
    <>
      {[...groupedBy(aboutPeople, ({ schema }) => schema)].map(([schema, mine]) => (
        <Card key={schema} title={purposeOf(view, schema)}>
          <Table
            view={view} caption={purposeOf(view, schema)} rows={mine} rowKey={({ name }) => name} rowHref={({ name }) => `/personal-data/register?table=${schema}.${name}`}
            columns={[
              { key: 'table', label: words('register.table'), cell: ({ name }) => <Named>{`${schema}.${name}`}</Named> },
              { key: 'about', label: words('register.about'), cell: ({ about }) => words(`about.${about}`) },
              { key: 'compartment', label: words('register.compartment'), cell: ({ compartment }) => <Compartment of={compartment} /> },
              { key: 'columns', label: words('register.columns'), numeric: true, cell: ({ columns }) => <Num view={view} value={columns.length} /> },
              { key: 'sealed', label: words('register.sealed_count'), numeric: true, cell: ({ columns }) => <Num view={view} value={columns.filter(({ keptAs }) => keptAs === 'sealed').length} /> },
            ]}
          />
        </Card>
      ))}
      <Card title={words('register.compartment')}><ul>{(['C0', 'C1', 'C2'] as const).map((code) => <li key={code}>{words(`compartment.${code}`)}</li>)}</ul></Card>
      <Card><details><summary>{words('register.others')}</summary><p>{others.map(({ schema, name }, at) => <span key={`${schema}.${name}`}>{at ? ' · ' : ''}<Ltr>{`${schema}.${name}`}</Ltr></span>)}</p></details></Card>
    </>
  );
};

const Compartment = ({ of }: { of: RegisteredTable['compartment'] }): ReactNode =>
  <Badge tone={of === 'C2' ? 'rose' : of === 'C1' ? 'saffron' : 'door'} icon="lock"><Ltr>{of}</Ltr></Badge>;

/** The name of a table or column: on a small screen its line breaks between its words, never inside one. */
const Named = ({ children }: { children: string }): ReactNode =>
  <bdi dir="ltr" className="ltr">{children.split(/(?<=[._])/).map((part, at) => <Fragment key={part + at}>{at > 0 && <wbr />}{part}</Fragment>)}</bdi>;

const Columns = ({ view, table }: { view: View; table: RegisteredTable }): ReactNode => {
  const words = controllerWords(view);
  return (
    <Card title={<Ltr>{`${table.schema}.${table.name}`}</Ltr>}>
      <p>{purposeOf(view, table.schema)} · {words(`about.${table.about}`)} · {words(`compartment.${table.compartment}`)}</p>
      <p lang="en" dir="ltr">{table.says}</p>
      <Table
        view={view} caption={words('register.columns')} rows={table.columns} rowKey={({ name }) => name}
        columns={[
          { key: 'column', label: words('register.column'), cell: ({ name }) => <Named>{name}</Named> },
          { key: 'type', label: words('register.type'), cell: ({ type }) => <Named>{type}</Named> },
          { key: 'kept', label: words('register.kept_as'), cell: ({ keptAs }) => words(`kept.${keptAs}`) },
          { key: 'says', label: words('register.description'), cell: ({ says }) => <span lang="en" dir="ltr">{says}</span> },
        ]}
      />
    </Card>
  );
};
