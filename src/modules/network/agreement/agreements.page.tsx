import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { AgreementBadge } from './agreement-badge.tsx';
import { type AgreementKind, agreementKindNames } from './agreement-kind.ts';
import { agreementList } from './agreement-list.query.ts';
import { agreementStates } from './agreement-state.ts';
import { endingNotice } from './ending-notice.tsx';

/** The agreements of the hub or network, with those that end soon on top. */
export const agreementsPage = definePage<View>({
  path: '/agreements',
  audience: 'staff',
  needs: 'network.agreement-list',
  menu: { label: (reader) => networkWords(reader)('agreement.title'), order: 84, group: 'programmes', icon: 'together' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = networkWords(view);
    const rows = await visit.ask(agreementList, { state: agreementStates.find((one) => one === search.state) });
    const f = { view, values: search, errors: {} };
    const add = visit.may('network.draft-agreement') ? <LinkButton icon="plus" href="/agreements/new">{words('agreement.draft')}</LinkButton> : null;
    return {
      title: words('agreement.title'),
      body: (
        <Stack>
          <PageTitle lede={words('agreement.lede')} actions={add}>{words('agreement.title')}</PageTitle>
          {await endingNotice(visit)}
          <Filters view={view}>
            <SelectField {...f} orAll name="state" label={words('state')} required choices={agreementStates.map((value) => ({ value, label: words(`agreement.state.${value}`) }))} />
          </Filters>
          <Card>
            <Table
              view={view} caption={words('agreement.title')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/agreements/${id}`}
              empty={<EmptyState title={words('agreement.none')} action={add}>{words('agreement.none_says')}</EmptyState>}
              columns={[
                { key: 'title', label: words('agreement.titles'), cell: ({ titles }) => <Names view={view} of={titles} /> },
                { key: 'kind', label: words('agreement.kind'), cell: ({ kind }) => nameFor(agreementKindNames[kind as AgreementKind], view.locale) },
                { key: 'parties', label: words('agreement.parties'), cell: ({ parties }) => <div>{parties.map((names, i) => <div key={i}><Names view={view} of={names} /></div>)}</div> },
                { key: 'until', label: words('agreement.valid_until'), cell: ({ validUntil }) => <CalendarDate view={view} value={validUntil} /> },
                { key: 'state', label: words('state'), cell: ({ state }) => <AgreementBadge view={view} state={state} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
