import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { FinderBox, type FoundOrganizations, FoundPeople, OrganizationName, PersonLine, Said } from '#modules/desk/public.ts';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hrefWith } from '#ui/href.ts';
import { beginApplication } from '../application/begin-application.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { type ApplicantKind, applicantKinds } from '../codes.ts';
import { applicantSearch } from './applicant-search.query.ts';

/** Begins an application: who came is found or registered first, then for whom she applies: herself, a group, a body. */
export const applyPage = definePage<View>({
  path: '/calls/:call/apply',
  audience: 'staff',
  needs: 'incubation.begin-application',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = callWords(view);
    const { call } = await visit.ask(callSheet, { call: params.call! });
    const found = await visit.ask(applicantSearch, { typed: search.q, person: search.person ?? visit.values.person });
    const kinds = applicantKinds.filter((kind) => call.applicants === 'all' || call.applicants === `${kind}s`);
    return {
      title: words('application.begin'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${call.id}`, label: words('call.sheet') }} lede={<Said view={view} value={call.names} />}>{words('application.begin')}</PageTitle>
          <Refused visit={visit} />
          {found.person ? (
            <>
              <Card title={words('apply.who')}><PersonLine view={view} person={found.person} /><p><a href={view.path}>{words('apply.somebody_else')}</a></p></Card>
              <Card title={words('apply.for')}><Kinds visit={visit} kinds={kinds} person={found.person.id} /></Card>
              {kinds.includes('organization') ? <ForBody visit={visit} person={found.person.id} bodies={found.organizations} /> : null}
            </>
          ) : (
            <>
              <p>{words('apply.find')}</p>
              <FinderBox view={view} typed={search.q ?? ''} kept={{}} />
              {found.people.length ? <FoundPeople view={view} people={found.people} choose={(person) => <LinkButton href={hrefWith(view, { person: person.id, q: null })}>{words('apply.choose')}</LinkButton>} /> : null}
              {search.q && found.people.length === 0 ? <EmptyState title={words('apply.nobody')}>{words('apply.nobody_help')}</EmptyState> : null}
              {visit.may('people.register-person') ? <p><a href={`/people/new?call=${call.id}${search.q ? `&name=${encodeURIComponent(search.q)}` : ''}`}>{words('apply.register')}</a></p> : null}
            </>
          )}
        </Stack>
      ),
    };
  },
  post: { action: beginApplication, input: ({ params }) => ({ call: params.call }), leadsTo: ({ application }) => `/applications/${application}` },
});

const Refused = ({ visit }: { visit: Visit<View> }): ReactNode => (visit.refusal ? <Notice view={visit.view} kind="warning">{visit.refusal.text}</Notice> : null);

const Kinds = ({ visit: { view }, kinds, person }: { visit: Visit<View>; kinds: readonly ApplicantKind[]; person: string }): ReactNode => (
  <Buttons>
    {kinds.filter((kind) => kind !== 'organization').map((applicant) => (
      <PostButton key={applicant} view={view} action={view.path} values={{ person, applicant }} icon={applicant === 'person' ? 'person' : 'people'}>{callWords(view)(`apply.as.${applicant}`)}</PostButton>
    ))}
  </Buttons>
);

/** A body is found by its name; whoever came acts for it and is one of its members. */
const ForBody = ({ visit: { view, search }, person, bodies }: { visit: Visit<View>; person: string; bodies: Parameters<typeof FoundOrganizations>[0]['organizations'] }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('apply.as.organization')}>
      <p className="soft">{words('apply.body_help')}</p>
      <FinderBox view={view} typed={search.q ?? ''} kept={{ person }} />
      <ul className="found">
        {bodies.map((body) => (
          <li key={body.id}><p><OrganizationName view={view} organization={body} /></p><Buttons><PostButton view={view} action={view.path} values={{ person, applicant: 'organization', organization: body.id }}>{words('apply.for_body')}</PostButton></Buttons></li>
        ))}
      </ul>
    </Card>
  );
};
