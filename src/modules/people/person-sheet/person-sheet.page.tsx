import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { HandOverCard, handOverSafely } from '#modules/confidential/public.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { HouseholdList } from '../household/household-list.tsx';
import { PersonFacts } from '../person/person-facts.tsx';
import { MergedFiles } from '../merge-persons/merged-files.tsx';
import { peopleWords } from '../words.ts';
import { ReachCards } from '../safe-contact/reach-card.tsx';
import { safeContact } from '../safe-contact/safe-contact.query.ts';
import { momentsOf } from './happened.ts';
import { PersonHead } from './person-head.tsx';
import { type PersonEvent, personSheet } from './person-sheet.ts';

/** Who this person is, the next step, the home, and what happened at this hub. */
export const personSheetPage = definePage<View>({
  path: '/people/:person',
  audience: 'staff',
  needs: 'people.person-sheet',
  show: async (visit) => {
    const { view, may } = visit;
    const words = peopleWords(view);
    const { card, enrolment, erasedAt, files, household, consents, events } = await visit.ask(personSheet, { person: visit.params.person! });
    if (card.id !== visit.params.person) return { title: words('person'), body: null, movedTo: `/people/${card.id}${view.search}` };
    const correct = erasedAt ? null : (
      <>
        {may('transfer.transfer-form') ? <LinkButton kind="quiet" icon="signpost" href={`/people/${card.id}/transfer`}>{words('sheet.to_other_hub')}</LinkButton> : null}
        {may('people.correct-person') ? <LinkButton kind="quiet" icon="edit" href={`/people/${card.id}/correct`}>{words('sheet.correct')}</LinkButton> : null}
        {may('people.compare-persons') ? <LinkButton kind="quiet" icon="people" href={`/people/${card.id}/same`}>{words('merge.same')}</LinkButton> : null}
      </>
    );
    const reach = may('people.safe-contact') ? await visit.ask(safeContact, { person: card.id }) : null;
    const asked = consents.some(({ purpose }) => purpose === 'service');
    const more = [
      { label: words('languages'), value: card.languages.map((lang) => words(`lang.${lang}` as 'lang.ar')).join(' · ') },
      { label: words('reading'), value: card.reading ? words(`reading.${card.reading}`) : null },
      { label: words('sheet.since'), value: <OnDate view={view} value={enrolment.since} /> },
    ];
    return {
      title: words('person'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="sheet" actions={correct} />
          {erasedAt ? <Notice view={view} title={words('sheet.erased')}><p>{words('sheet.erased_text')}</p></Notice> : null}
          {card.alias ? (
            <Notice view={view} title={words('unnamed.badge')}>
              <p>{words('unnamed.sheet')}</p>
              {may('people.claim-person') ? <LinkButton kind="quiet" icon="person" href={`/people/claim?code=${card.code}`}>{words('claim.title')}</LinkButton> : null}
            </Notice>
          ) : null}
          {card.invented ? <p><Badge tone="saffron">{words('sheet.invented')}</Badge></p> : null}
          {household?.members.some(({ person, head }) => head && person.id === card.id) ? <p><Badge tone="olive" icon="home">{words('household.head', { sex: card.sex ?? 'unknown' })}</Badge></p> : null}
          {enrolment.via === 'told' ? <p><Badge>{words('sheet.told')}</Badge></p> : null}
          <Beside aside={<><Happenings view={view} events={events} />{may('confidential.hand-over-safely') ? <HandOverCard view={view} action={view.path} /> : null}</>}>
            {may('people.record-consent') && !erasedAt ? (
              <Card title={words('sheet.next')}>
                <p>{words(asked ? 'sheet.next_ticket_text' : 'sheet.next_consent_text')}</p>
                {asked
                  ? <LinkButton icon="ticket" href="/desk/tickets/new">{words('sheet.next_ticket')}</LinkButton>
                  : <LinkButton icon="hand" href={`/people/${card.id}/consent`}>{words('sheet.next_consent')}</LinkButton>}
              </Card>
            ) : null}
            <Card title={words('sheet.who')}><PersonFacts view={view} card={card} more={more} /></Card>
            {reach ? <ReachCards view={view} person={card.id} contacts={reach} writes={may('messages.send-by-hand')} /> : null}
            {files.length > 0 && may('people.compare-persons') ? <MergedFiles view={view} survivor={card.id} files={files} /> : null}
            <Card title={words('section.household')}><HouseholdList view={view} household={household} /></Card>
          </Beside>
        </Stack>
      ),
    };
  },
  post: {
    action: handOverSafely,
    input: ({ params }) => ({ person: params.person }),
    leadsTo: (_, { params }) => `/people/${params.person}`,
  },
});

/** So many of the newest stand open; the others are one press away. */
const newest = 12;

const Happenings = ({ view, events }: { view: View; events: readonly PersonEvent[] }): ReactNode => {
  const words = peopleWords(view);
  const moments = momentsOf(events, view);
  return (
    <Card title={words('sheet.timeline')}>
      <Timeline view={view} moments={moments.slice(0, newest)} />
      {moments.length > newest ? <details><summary>{words('sheet.timeline_all', { count: String(moments.length) })}</summary><Timeline view={view} moments={moments.slice(newest)} /></details> : null}
    </Card>
  );
};
