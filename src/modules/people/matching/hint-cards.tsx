import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import type { PersonCard } from '../person/person-card.ts';
import { PersonFacts } from '../person/person-facts.tsx';
import { peopleWords } from '../words.ts';
import type { Candidate, DuplicateHints } from './duplicate-hints.ts';

interface HintCardsProps {
  readonly view: View;
  readonly hints: DuplicateHints;
  /** Whom the desk's search finds besides, by the same words. */
  readonly found?: readonly PersonCard[];
  /** Where "yes, it is this person" leads. */
  readonly hrefOf: (person: string) => string;
  /** Where a file of another hub is linked; the desk gives its own page. */
  readonly linkHref: string;
}

/** "Is it the same person?": each candidate of this hub with the reasons, and for the rest of the network one sentence. */
export const HintCards = ({ view, hints, found = [], hrefOf, linkHref }: HintCardsProps): ReactNode => {
  const words = peopleWords(view);
  return (
    <Stack>
      {hints.inside.length + found.length === 0 ? <Notice view={view}>{words('hints.none')}</Notice> : null}
      {hints.inside.length === 0 ? null : (
        <section>
          <h2>{words('hints.title')}</h2>
          <p className="soft">{words('hints.lede')}</p>
          <Grid>{hints.inside.map((candidate) => <HintCard key={candidate.person.id} view={view} candidate={candidate} href={hrefOf(candidate.person.id)} />)}</Grid>
        </section>
      )}
      {found.length === 0 ? null : (
        <section>
          <h2>{words('hints.found')}</h2>
          <Grid>{found.map((person) => <FoundCard key={person.id} view={view} person={person} href={hrefOf(person.id)} />)}</Grid>
        </section>
      )}
      {hints.network ? (
        <Notice view={view} kind="warning" title={words('hints.network')}>
          <p>{words('hints.network_text')}</p>
          <LinkButton kind="quiet" href={linkHref}>{words('hints.link')}</LinkButton>
        </Notice>
      ) : null}
    </Stack>
  );
};

const HintCard = ({ view, candidate, href }: { view: View; candidate: Candidate; href: string }): ReactNode => {
  const words = peopleWords(view);
  const { person, strength, reasons } = candidate;
  return (
    <Card>
      <p><Badge tone={strength === 'strong' ? 'clay' : 'saffron'}>{words(strength === 'strong' ? 'strength.strong' : 'strength.possible')}</Badge></p>
      <PersonFacts view={view} card={person} />
      <ul>{reasons.map(({ code }) => <li key={code}>{words(`reason.${code}`)}</li>)}</ul>
      <LinkButton kind="quiet" href={href} icon="check">{words('hints.yes')}</LinkButton>
    </Card>
  );
};

const FoundCard = ({ view, person, href }: { view: View; person: PersonCard; href: string }): ReactNode => (
  <Card>
    <PersonFacts view={view} card={person} />
    <LinkButton kind="quiet" href={href} icon="check">{peopleWords(view)('hints.yes')}</LinkButton>
  </Card>
);

/** Carries with the form whom the officer has looked at, so that registering does not stop on them again. */
export const SeenDuplicates = ({ candidates }: { candidates: readonly Candidate[] }): ReactNode =>
  candidates.map(({ person }) => <HiddenField key={person.id} name="seen_duplicates" value={person.id} />);
