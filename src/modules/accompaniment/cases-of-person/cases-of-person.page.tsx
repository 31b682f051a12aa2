import { definePage } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { PersonHead, personSheet } from '#modules/people/public.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Worker } from '../case-list/case-list.page.tsx';
import { StateBadge } from '../case-sheet/case-head.tsx';
import { caseWords } from '../words.ts';
import { casesOfPerson } from './cases-of-person.query.ts';

/** On her sheet: that she is accompanied here, towards what and by whom. What is in the file opens to its team only. */
export const casesOfPersonPage = definePage<View>({
  path: '/people/:person/cases',
  audience: 'staff',
  needs: 'accompaniment.cases-of-person',
  namesPersons: true,
  show: async (visit) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const { card } = await visit.ask(personSheet, { person: visit.params.person! });
    const { files } = await visit.ask(casesOfPerson, { person: card.id });
    const opens = may('accompaniment.case-sheet');
    return {
      title: words('person.title'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="cases" actions={<>
            {may('transfer.transfer-form') ? <LinkButton kind="quiet" icon="signpost" href={`/people/${card.id}/transfer`}>{words('to_other_hub')}</LinkButton> : null}
            {may('accompaniment.open-case') ? <LinkButton icon="folder" href={`/cases/new?person=${card.id}`}>{words('new.title')}</LinkButton> : null}
          </>} />
          <Table
            view={view} caption={words('person.title')} rows={files} rowKey={({ id }) => id} {...(opens ? { rowHref: ({ id }: { id: string }) => `/cases/${id}` } : {})}
            empty={<Card><p className="soft">{words('person.none')}</p></Card>}
            columns={[
              { key: 'kind', label: words('list.kind'), cell: ({ kind, client }) => <>{words(`kind.${kind}`)}{kind === 'organization' && client ? <> · <ClientLabel view={view} client={client} /></> : null}</> },
              { key: 'state', label: words('list.state'), cell: ({ state, openedAt }) => <div><StateBadge view={view} state={state} /><div className="soft">{words('opened')} <OnDate view={view} value={openedAt} /></div></div> },
              { key: 'worker', label: words('list.worker'), cell: (file) => <Worker view={view} file={file} /> },
              { key: 'next', label: words('list.next'), cell: ({ nextOn }) => (nextOn ? <CalendarDate view={view} value={nextOn} /> : '') },
            ]}
          />
        </Stack>
      ),
    };
  },
});
