import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { longDate } from '#core/words/format.ts';
import { Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { consentWords } from '../consent-words.ts';
import { personConsents } from '../person-consents/person-consents.query.ts';
import { visitThatLedHere } from '../person/back-to-visit.ts';
import { personFormChoices } from '../person/person-form-choices.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { withdrawConsent } from '../withdraw-consent/withdraw-consent.ts';
import { peopleWords } from '../words.ts';
import { AskForm } from './ask-form.tsx';
import { Answers, Standings } from './consent-tables.tsx';
import { recordConsent } from './record-consent.ts';

type Sheet = Awaited<ReturnType<(typeof personConsents)['spec']['run']>>;

/** What a person answered, purpose by purpose and partner by partner, with the way to ask, to renew and to take a yes back. */
export const consentPage = definePage<View>({
  path: '/people/:person/consent',
  audience: 'staff',
  needs: 'people.record-consent',
  namesPersons: true,
  show: async (visit) => {
    const { view, search } = visit;
    const words = consentWords(view);
    const purpose = consentPurposes.find((each) => each === search.purpose) ?? (search.visit ? 'service' : undefined);
    const sheet = await visit.ask(personConsents, { person: visit.params.person!, purpose, recipient: search.recipient, q: search.q });
    const title = peopleWords(view)('consent.title');
    return {
      title,
      body: (
        <Stack>
          <PersonHead visit={visit} card={sheet.card} side="consent" />
          <p className="soft">{peopleWords(view)('consent.lede')} <a href={visit.actor.hub ? `/hubs/${visit.actor.hub}/data` : '/data'}>{words('page.notice_of_hub')}</a></p>
          {sheet.minor ? <MinorNotice view={view} minor={sheet.minor} /> : null}
          {purpose ? <AskForm visit={visit} sheet={sheet} purpose={purpose} witnesses={(await visit.ask(personFormChoices, {})).witnesses} />
            : <Standings view={view} sheet={sheet} person={sheet.card.id} />}
          {sheet.answers.length ? <Answers view={view} sheet={sheet} person={sheet.card.id} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: recordConsent, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => wayOn(visit) },
});

/** Back to the visit that led here, else this page with its new line. */
function wayOn({ search, params }: Visit<View>): string {
  const visit = visitThatLedHere(search);
  return visit ? `/desk/tickets/${visit}` : `/people/${params.person}/consent`;
}

/** What the law of the country says of a minor, what was decided about alerts, and that help and protection never wait for a paper. */
const MinorNotice = ({ view, minor: { law, duty } }: { view: View; minor: NonNullable<Sheet['minor']> }): ReactNode => {
  const words = consentWords(view);
  const date = duty ? longDate(duty.decidedAt, view.locale) : '';
  return (
    <Notice view={view} kind="warning" title={words('page.minor')}>
      <p>{words(law.path ? 'page.minor_open' : 'page.minor_closed', { source: nameFor(law.source, view.locale) })}</p>
      <p>{words('page.minor_helped')}</p>
      <p>{words(`page.duty_${duty?.decision ?? 'undecided'}`, { date })}</p>
    </Notice>
  );
};

/** Takes a yes back. */
export const withdrawConsentPage = definePage<View>({
  path: '/people/:person/consent/:consent/withdraw',
  audience: 'staff',
  needs: 'people.withdraw-consent',
  post: {
    action: withdrawConsent, input: (visit) => ({ consent: visit.params.consent }),
    leadsTo: (_, visit) => `/people/${visit.params.person}/consent`, again: consentPage,
  },
});
