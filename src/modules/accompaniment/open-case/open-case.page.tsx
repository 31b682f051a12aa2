import { definePage } from '#core/page.ts';
import { ClientLabel } from '#modules/desk/public.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { StateBadge } from '../case-sheet/case-head.tsx';
import { caseWords } from '../words.ts';
import { openCase } from './open-case.ts';
import { openingChoices } from './opening-choices.query.ts';

/** Opens a file out of a visit (`ticket`) or a sheet (`person`): towards what, and what is open already. */
export const openCasePage = definePage<View>({
  path: '/cases/new',
  audience: 'staff',
  needs: 'accompaniment.opening-choices',
  show: async (visit) => {
    const { view, values, errors, search, may } = visit;
    const words = caseWords(view);
    const ticket = search.ticket;
    const person = ticket ? undefined : search.person;
    const choice = await visit.ask(openingChoices, { ticket, person });
    const f = { view, values, errors };
    const back = ticket ? { href: `/desk/tickets/${ticket}`, label: words('new.back_visit') } : { href: `/people/${person}/cases`, label: words('new.back_person') };
    return {
      title: words('new.title'),
      body: (
        <Stack>
          <PageTitle back={back} lede={choice.client ? <ClientLabel view={view} client={choice.client} /> : null}>{words('new.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {choice.open.length ? (
            <Card title={words('new.open_already')}>
              <ul className="found">
                {choice.open.map(({ id, kind, state }) => <li key={id}>{may('accompaniment.case-sheet') ? <a href={`/cases/${id}`}>{words(`kind.${kind}`)}</a> : words(`kind.${kind}`)} <StateBadge view={view} state={state} /></li>)}
              </ul>
            </Card>
          ) : null}
          {choice.kinds.length ? (
            <Card title={words('new.towards')}>
              <p className="soft">{words('new.text')}</p>
              <Form {...f}>
                <Radios {...f} required name="kind" label={words('list.kind')} choices={choice.kinds.map((value) => ({ value, label: words(`kind.${value}`), help: words(`kind.${value}_help`) }))} />
                {ticket ? <HiddenField name="ticket" value={ticket} /> : <HiddenField name="person" value={person ?? ''} />}
                <Button icon="folder">{words('new.do')}</Button>
              </Form>
            </Card>
          ) : <p>{words('new.all_open')}</p>}
        </Stack>
      ),
    };
  },
  post: {
    action: openCase,
    leadsTo: ({ case: file }, { actor, search }) =>
      actor.roles.some(({ role }) => role === 'case_worker' || role === 'supervisor') ? `/cases/${file}` : search.ticket ? `/desk/tickets/${search.ticket}` : `/people/${search.person}/cases`,
  },
});
