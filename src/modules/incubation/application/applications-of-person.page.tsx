import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Said } from '#modules/desk/public.ts';
import { PersonHead } from '#modules/people/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { ApplicationBadge } from '../show.tsx';
import { applicationsOfPerson } from './applications-of-person.query.ts';

/** On her sheet: what she applied to, alone or with others, and the open calls she may apply to from here. */
export const applicationsOfPersonPage = definePage<View>({
  path: '/people/:person/applications',
  audience: 'staff',
  needs: 'incubation.applications-of-person',
  namesPersons: true,
  show: async (visit) => {
    const { view } = visit;
    const words = callWords(view);
    const { card, applications, open } = await visit.ask(applicationsOfPerson, { person: visit.params.person! });
    return {
      title: words('applications'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="applications" />
          <Table
            view={view} caption={words('applications')} rows={applications} rowKey={({ id }) => id} rowHref={({ id }) => `/applications/${id}`} empty={<Card><p className="soft">{words('person.none')}</p></Card>}
            columns={[
              { key: 'call', label: words('call'), cell: ({ names }) => <Said view={view} value={names} /> },
              { key: 'receipt', label: words('receipt.number'), cell: ({ receipt }) => <Ltr>{spelledCode(receipt)}</Ltr> },
              { key: 'state', label: words('call.state'), cell: ({ state }) => <ApplicationBadge view={view} state={state} /> },
              { key: 'begun', label: words('application.begun'), cell: ({ begunAt }) => <AtTime view={view} value={begunAt} /> },
            ]}
          />
          {open.length ? (
            <Card title={words('person.open_calls')}>
              <ul className="found">
                {open.map(({ id, names, closes_at }) => (
                  <li key={id}><p><Said view={view} value={names} /> <span className="soft">{words('call.closes')} <AtTime view={view} value={closes_at} /></span></p><LinkButton icon="plus" href={`/calls/${id}/apply?person=${card.id}`}>{words('application.begin')}</LinkButton></li>
                ))}
              </ul>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});
