import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import type { OrganizationCard } from '#modules/network/public.ts';
import type { PersonCard } from '#modules/people/public.ts';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';

/** The box to type a name in: asks by the address, so that "back" works and nothing is sent twice. */
export const FinderBox = ({ view, typed, kept }: { view: View; typed: string; kept: Readonly<Record<string, string>> }): ReactNode => {
  const words = deskWords(view);
  return (
    <form method="get" action={view.path} role="search" className="form">
      {Object.entries(kept).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <TextField view={view} values={{ q: typed }} errors={{}} required name="q" type="search" label={words('client.search')} autoComplete="off" />
      <Button kind="quiet" icon="search">{words('client.find')}</Button>
    </form>
  );
};

/** Persons found, each with what tells her from another of the same name, and the button that chooses her. */
export const FoundPeople = ({ view, people, choose }: {
  view: View; people: readonly PersonCard[]; choose: (person: PersonCard) => ReactNode;
}): ReactNode => (
  <Card title={deskWords(view)('client.people')}>
    <ul className="found">
      {people.map((person) => (
        <li key={person.id}>
          <PersonLine view={view} person={person} />
          <Buttons>{choose(person)}</Buttons>
        </li>
      ))}
    </ul>
  </Card>
);

/** One person in a line: both names, birth year, file number. */
export const PersonLine = ({ view, person }: { view: View; person: PersonCard }): ReactNode => (
  <p>
    <PersonName name={person.name} other={person.other} />{' '}
    <span className="soft">
      {person.birthYear ? deskWords(view)('client.born', { year: String(person.birthYear) }) : null} <Ltr>{person.code}</Ltr>
    </span>
  </p>
);

/** Organizations found, each with the button or link that chooses it. */
export const FoundOrganizations = ({ view, organizations, choose }: {
  view: View; organizations: readonly OrganizationCard[]; choose: (organization: OrganizationCard) => ReactNode;
}): ReactNode => (
  <Card title={deskWords(view)('client.organizations')}>
    <ul className="found">
      {organizations.map((organization) => (
        <li key={organization.id}>
          <p><OrganizationName view={view} organization={organization} /></p>
          <Buttons>{choose(organization)}</Buttons>
        </li>
      ))}
    </ul>
  </Card>
);

/** An organization's name in the reader's language, or as it is known. */
export const OrganizationName = ({ view, organization }: { view: View; organization: Pick<OrganizationCard, 'names'> }): ReactNode => {
  const { text, lang } = inLanguage(organization.names, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};
