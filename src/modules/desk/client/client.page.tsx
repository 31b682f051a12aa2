import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import type { PersonCard } from '#modules/people/public.ts';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { beginVisit } from '../begin-visit/begin-visit.ts';
import { visitSheet } from '../visit/visit.query.ts';
import { deskWords } from '../words.ts';
import { FinderBox, FoundOrganizations, FoundPeople, PersonLine } from './client-finder.tsx';
import { clientSearch } from './client-search.query.ts';

/**
 * Who is it? Search first, in any spelling; then choose, or create. For an organization: choose it, then the member who
 * acts for it. The chosen organization stands in the address (`organization`), as does somebody just created (`person`).
 */
export const clientPage = definePage<View>({
  path: '/desk/tickets/:ticket/client',
  audience: 'staff',
  needs: 'desk.client-search',
  show: showClient,
  post: {
    action: beginVisit,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: ({ ticket }) => `/desk/tickets/${ticket}`,
  },
});

async function showClient(visit: Visit<View>) {
  const { view, search, params } = visit;
  const words = deskWords(view);
  const sheet = await visit.ask(visitSheet, { ticket: params.ticket! });
  const found = await visit.ask(clientSearch, { typed: search.q, person: search.person, organization: search.organization });
  const title = found.organization
    ? words('client.acting', { name: inLanguage(found.organization.names, view.locale.lang).text })
    : words('client.title');
  const receive = (person: PersonCard) => <Receive visit={visit} person={person.id} organization={found.organization?.id} />;
  const expected = !sheet.received && sheet.person && !found.organization ? sheet : null;
  return {
    title,
    body: (
      <Stack>
        <PageTitle
          back={{ href: `/desk/tickets/${params.ticket}`, label: words('visit.back') }}
          lede={words(found.organization ? 'client.acting_lede' : 'client.lede')}
        >
          {title}
        </PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {expected ? (
          <Card title={words('client.expected')}>
            <PersonLine view={view} person={expected.person!} />
            <Buttons><Receive visit={visit} person={expected.person!.id} organization={expected.organization?.id} /></Buttons>
          </Card>
        ) : null}
        {found.person ? (
          <Card title={words('client.just_created')}><PersonLine view={view} person={found.person} /><Buttons>{receive(found.person)}</Buttons></Card>
        ) : null}
        <FinderBox view={view} typed={search.q ?? ''} kept={search.organization ? { organization: search.organization } : {}} />
        {search.q ? <Answers visit={visit} found={found} receive={receive} /> : null}
      </Stack>
    ),
  };
}

type Found = Awaited<ReturnType<(typeof clientSearch)['spec']['run']>>;

/** What the search found, and the ways to create whoever is not there. */
const Answers = ({ visit, found, receive }: { visit: Visit<View>; found: Found; receive: (person: PersonCard) => ReactNode }) => {
  const { view, search, params } = visit;
  const words = deskWords(view);
  const here = `/desk/tickets/${params.ticket}/client`;
  const nobody = found.people.length === 0 && (found.organization || found.organizations.length === 0);
  const next = new URLSearchParams({ name: search.q ?? '', visit: params.ticket!, ...(search.organization ? { organization: search.organization } : {}) });
  return (
    <>
      {nobody ? <Notice view={view}>{words('client.none')}</Notice> : null}
      {found.people.length ? <FoundPeople view={view} people={found.people} choose={receive} /> : null}
      {!found.organization && found.organizations.length ? (
        <FoundOrganizations view={view} organizations={found.organizations} choose={({ id }) => (
          <LinkButton kind="quiet" href={`${here}?organization=${id}`} icon="people">{words('client.for_organization')}</LinkButton>
        )} />
      ) : null}
      <Buttons>
        {visit.may('people.register-person') ? (
          <LinkButton href={`/people/new?${next}`} kind="quiet" icon="plus">{words('client.new_person')}</LinkButton>
        ) : null}
        {!found.organization && visit.may('network.register-organization') ? (
          <LinkButton href={`/desk/tickets/${params.ticket}/organization?${next}`} kind="quiet" icon="plus">{words('client.new_organization')}</LinkButton>
        ) : null}
      </Buttons>
    </>
  );
};

/** The button that receives a person, or an organization through her. At a desk the officer types in the client's name. */
const Receive = ({ visit, person, organization }: { visit: Visit<View>; person: string; organization: string | undefined }) => {
  const words = deskWords(visit.view);
  const client: Record<string, string> = organization ? { organization, acting_person: person } : { person };
  return (
    <PostButton view={visit.view} action={`/desk/tickets/${visit.params.ticket}/client`} values={{ ...client, typed_for: 'true' }} icon="check">
      {words(organization ? 'client.acts' : 'client.receive')}
    </PostButton>
  );
};
