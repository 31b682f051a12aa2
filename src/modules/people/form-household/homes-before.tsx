import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { PersonName } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import type { HouseholdMember } from '../household/household-of.ts';
import { peopleWords } from '../words.ts';
import type { Stay } from './household-history.ts';

/** The homes over time: each stay with its days, who lives there, and who lived there before. Nothing where nothing ever changed. */
export const HomesBefore = ({ view, stays }: { view: View; stays: readonly Stay[] }): ReactNode => {
  const words = peopleWords(view);
  const changed = stays.length > 1 || stays.some(({ until, members }) => until || members.some((member) => member.until));
  if (!changed) return null;
  return (
    <Card title={words('household.history')}>
      {stays.map((stay) => (
        <section key={`${stay.household}-${stay.since.getTime()}`}>
          <h3><Days view={view} of={stay} /></h3>
          <ul>
            {stay.members.map(({ person, tie, head, since, until }) => (
              <li key={`${person.id}-${since.getTime()}`}>
                <PersonName name={person.name} other={person.other} /> {tie === 'self' ? '' : words(`tie.${tie}`)} {head ? words('household.head', { sex: person.sex ?? 'unknown' }) : ''}{' '}
                <span className="soft"><Days view={view} of={{ since, until }} /></span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
};

const Days = ({ view, of: { since, until } }: { view: View; of: Pick<HouseholdMember, 'since' | 'until'> }): ReactNode => {
  const words = peopleWords(view);
  return <>{words('household.since')} <OnDate view={view} value={since} />{until ? <> {words('household.until')} <OnDate view={view} value={until} /></> : null}</>;
};
