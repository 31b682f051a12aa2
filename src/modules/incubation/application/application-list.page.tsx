import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { ClientLabel, Said } from '#modules/desk/public.ts';
import { PlaceName, placeChoices, territoryLine } from '#modules/network/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { type Choice, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { applicationStates, sexes } from '../codes.ts';
import { ApplicationBadge } from '../show.tsx';
import { applicationList } from './application-list.query.ts';

/** The applications of a call by receipt; the name beside it where the reader may know it. */
export const applicationListPage = definePage<View>({
  path: '/calls/:call/applications',
  audience: 'staff',
  needs: 'incubation.application-list',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search, may } = visit;
    const words = callWords(view);
    const list = await visit.ask(applicationList, { call: params.call!, state: search.state, place: search.place, sex: search.sex, receipt: search.receipt, sort: search.sort, page: search.page });
    const places = (await placeChoices(visit)).filter(({ value }) => territoryLine(value).some(({ code }) => code === list.call.territory));
    return {
      title: words('applications'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${list.call.id}`, label: words('call.sheet') }} lede={<Said view={view} value={list.call.names} />} actions={may('incubation.begin-application') ? <LinkButton icon="plus" href={`/calls/${list.call.id}/apply`}>{words('application.begin')}</LinkButton> : null}>{words('applications')}</PageTitle>
          <Choosing visit={visit} places={places} />
          <Table
            view={view} caption={words('applications')} rows={list.applications} rowKey={({ id }) => id} rowHref={({ id }) => `/applications/${id}`} {...(list.sort ? { sort: list.sort } : {})}
            empty={<EmptyState title={words('applications.none')}>{words('applications.none_help')}</EmptyState>}
            columns={[
              { key: 'receipt', label: words('receipt.number'), sortable: true, cell: ({ receipt }) => <Ltr>{spelledCode(receipt)}</Ltr> },
              { key: 'client', label: words('application.who'), cell: ({ client, applicant }) => (client ? <ClientLabel view={view} client={client} /> : words(`applicant.${applicant}`)) },
              { key: 'state', label: words('call.state'), cell: ({ state }) => <ApplicationBadge view={view} state={state} /> },
              { key: 'place', label: words('call.place'), cell: ({ territory }) => (territory ? <PlaceName view={view} code={territory} /> : '') },
              { key: 'age', label: words('application.age'), sortable: true, numeric: true, cell: ({ age }) => (age === null ? '' : <Num view={view} value={age} />) },
              { key: 'sex', label: words('application.sex'), cell: ({ sex }) => (sex ? words(`sex.${sex}`) : '') },
              { key: 'members', label: words('application.members'), numeric: true, cell: ({ members }) => <Num view={view} value={members} /> },
              { key: 'submitted', label: words('application.submitted'), sortable: true, cell: ({ submittedAt }) => (submittedAt ? <AtTime view={view} value={submittedAt} /> : '') },
            ]}
          />
          {list.applications.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.count} /> : null}
        </Stack>
      ),
    };
  },
});

const Choosing = ({ visit: { view, search }, places }: { visit: Visit<View>; places: readonly Choice[] }): ReactNode => {
  const words = callWords(view);
  const f = { view, values: { ...search }, errors: {}, unmarked: true };
  return (
    <Filters view={view}>
      <TextField {...f} ltr type="search" name="receipt" label={words('receipt.number')} autoComplete="off" maxLength={20} />
      <SelectField {...f} orAll name="state" label={words('call.state')} choices={applicationStates.map((value) => ({ value, label: words(`application.state.${value}`) }))} />
      <SelectField {...f} orAll name="place" label={words('call.place')} choices={places} />
      <SelectField {...f} orAll name="sex" label={words('application.sex')} choices={sexes.map((value) => ({ value, label: words(`sex.${value}`) }))} />
    </Filters>
  );
};
