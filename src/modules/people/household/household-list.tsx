import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { PersonName } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import type { Household } from './household-of.ts';

/** Who lives in a home, its head first; a sentence when none was noted. */
export const HouseholdList = ({ view, household }: { view: View; household: Household | null }): ReactNode => {
  const words = peopleWords(view);
  if (!household) return <p className="soft">{words('household.none')}</p>;
  return (
    <ul>
      {household.members.map(({ person, tie, head, since }) => (
        <li key={person.id}>
          <a href={`/people/${person.id}`}><PersonName name={person.name} other={person.other} /></a>{' '}
          {head ? <Badge>{words('household.head', { sex: person.sex ?? 'unknown' })}</Badge> : null}{' '}
          {tie === 'self' ? null : <span className="soft">{words(`tie.${tie}`)}</span>}{' '}
          <span className="soft">{words('household.since')} <OnDate view={view} value={since} /></span>
        </li>
      ))}
    </ul>
  );
};
