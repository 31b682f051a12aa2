import { definePage } from '#core/page.ts';
import { FinderBox, FoundPeople, PersonLine } from '#modules/desk/public.ts';
import { Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { applicantSearch } from '../apply/applicant-search.query.ts';
import { callWords } from '../call-words.ts';
import { addApplicants } from './add-applicants.ts';
import { ApplicationHead } from './application-head.tsx';
import { applicationSheet } from './application-sheet.query.ts';
import { dropApplicant } from './drop-applicant.ts';

/** Who applies together: found by name one after the other, each once in the call. */
export const personsPage = definePage<View>({
  path: '/applications/:application/persons',
  audience: 'staff',
  needs: 'incubation.add-applicants',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(applicationSheet, { application: params.application! });
    const { people } = await visit.ask(applicantSearch, { typed: search.q });
    const inside = new Set(sheet.behind.map(({ card }) => card.id));
    const at = `/applications/${params.application}/persons`;
    return {
      title: words('step.who'),
      quiet: true,
      body: (
        <Stack>
          <ApplicationHead view={view} application={sheet.application} call={sheet.call} parts={sheet.parts} at="who" />
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card title={words('application.behind', { count: sheet.persons })}>
            <ul className="found">
              {sheet.behind.map(({ card, part }) => (
                <li key={card.id}>
                  <PersonLine view={view} person={card} />
                  {part === 'lead' ? <span className="soft">{words('application.leads')}</span> : sheet.writes ? <Buttons><PostButton view={view} kind="quiet" icon="cross" action={`${at}/drop`} values={{ person: card.id }}>{words('application.drop_person')}</PostButton></Buttons> : null}
                </li>
              ))}
            </ul>
          </Card>
          {sheet.writes ? (
            <>
              <p>{words('application.add_person')}</p>
              <FinderBox view={view} typed={search.q ?? ''} kept={{}} />
              {people.length ? <FoundPeople view={view} people={people.filter(({ id }) => !inside.has(id))} choose={(person) => <PostButton view={view} icon="plus" action={at} values={{ person: person.id }}>{words('application.join')}</PostButton>} /> : null}
            </>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: addApplicants, input: ({ params }) => ({ application: params.application }), leadsTo: (_, { params }) => `/applications/${params.application}/persons` },
});

/** Takes somebody out and comes back. */
export const dropPersonPage = definePage<View>({
  path: '/applications/:application/persons/drop',
  audience: 'staff',
  needs: 'incubation.drop-applicant',
  post: { action: dropApplicant, input: ({ params }) => ({ application: params.application }), leadsTo: (_, { params }) => `/applications/${params.application}/persons`, again: personsPage },
});
