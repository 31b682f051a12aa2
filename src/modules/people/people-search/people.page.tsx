import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { BirthYear } from '../person/person-facts.tsx';
import { placeName } from '../person/place-name.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { pageSize, peopleSearch, type PersonRow } from './people-search.ts';

/** The list of persons received at this hub, and the search in any spelling. */
export const peoplePage = definePage<View>({
  path: '/people',
  audience: 'staff',
  needs: 'people.people-search',
  namesPersons: true,
  menu: { label: (reader) => peopleWords(reader)('menu'), order: 20, group: 'people', icon: 'people' },
  show: async ({ view, search, ask, may }) => {
    const words = peopleWords(view);
    const q = search.q?.trim() ?? '';
    const page = Math.max(1, Number(search.page) || 1);
    const found = await ask(peopleSearch, { q, page });
    const register = may('people.register-person')
      ? <LinkButton icon="plus" href={q ? `/people/new?name=${encodeURIComponent(q)}` : '/people/new'}>{words('people.new')}</LinkButton>
      : null;
    const empty = q
      ? <EmptyState title={words('people.none', { q })} action={register}>{words('people.none_text')}</EmptyState>
      : <EmptyState title={words('people.empty')} action={register}>{words('people.empty_text')}</EmptyState>;
    return {
      title: words('menu'),
      body: (
        <Stack>
          <PageTitle
            lede={words('people.lede')}
            actions={register && <>{register}<LinkButton kind="quiet" href="/people/known">{words('people.known')}</LinkButton>{may('people.ending-consents') ? <LinkButton kind="quiet" href="/people/consents">{consentWords(view)('ending.title')}</LinkButton> : null}{may('people.merge-list') ? <LinkButton kind="quiet" href="/people/merges">{words('merge.list')}</LinkButton> : null}</>}
          >
            {words('menu')}
          </PageTitle>
          <Filters view={view}>
            <TextField view={view} values={{ q }} errors={{}} required type="search" name="q" label={words('people.search')} autoComplete="off" />
          </Filters>
          {found.loose ? <Notice view={view}>{words('people.loose')}</Notice> : null}
          <Table<PersonRow>
            view={view} caption={words('people.caption')} columns={columnsOf(view)} rows={found.people}
            rowKey={(row) => row.id} rowHref={(row) => `/people/${row.id}`} empty={empty}
          />
          {found.total > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={found.total} /> : null}
          {found.total > 0 && may('exchange.take-list') ? <Buttons><LinkButton kind="quiet" icon="lock" href="/files/out/persons">{words('people.take_out')}</LinkButton></Buttons> : null}
        </Stack>
      ),
    };
  },
});

function columnsOf(view: View): readonly Column<PersonRow>[] {
  const words = peopleWords(view);
  return [
    { key: 'name', label: words('name'), cell: (row) => <PersonName name={row.name} other={row.other} /> },
    { key: 'birth', label: words('birth_year'), cell: (row) => <BirthYear view={view} card={row} /> },
    { key: 'place', label: words('territory'), cell: (row) => <Bdi>{placeName(row.territory, view)}</Bdi> },
    { key: 'code', label: words('known.code'), cell: (row) => <Ltr>{row.code}</Ltr> },
    { key: 'since', label: words('sheet.since'), cell: (row) => <OnDate view={view} value={row.since} /> },
  ];
}
