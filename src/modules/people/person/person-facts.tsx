import type { ReactNode } from 'react';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { type Fact, Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import type { PersonCard } from './person-card.ts';
import { placeName } from './place-name.ts';

/** A year of birth as it is known: plain, or as a guess. */
export const BirthYear = ({ view, card }: { view: View; card: Pick<PersonCard, 'birthYear' | 'birthYearAbout'> }): ReactNode => {
  if (!card.birthYear) return null;
  return card.birthYearAbout ? peopleWords(view)('birth_about', { year: String(card.birthYear) }) : <Ltr>{card.birthYear}</Ltr>;
};

/** What a sheet and a hint say of a person: her names, year, sex, place, file code. */
export const PersonFacts = ({ view, card, more = [] }: { view: View; card: PersonCard; more?: readonly Fact[] }): ReactNode => {
  const words = peopleWords(view);
  return (
    <Facts
      view={view}
      facts={[
        { label: words('name'), value: <PersonName name={card.name} other={card.other} /> },
        { label: words('birth_year'), value: card.birthYear ? <BirthYear view={view} card={card} /> : null },
        { label: words('sex'), value: card.sex ? words(`sex.${card.sex}`) : null },
        { label: words('territory'), value: card.territory ? <Bdi>{placeName(card.territory, view)}</Bdi> : null },
        { label: words('known.code'), value: <Ltr>{card.code}</Ltr> },
        ...more,
      ]}
    />
  );
};
