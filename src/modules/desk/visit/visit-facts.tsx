import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { OrganizationName } from '../client/client-finder.tsx';
import { deskWords } from '../words.ts';
import type { VisitSheet } from './visit.page.tsx';

/** Who is received and what the ticket says. */
export const VisitFacts = ({ view, sheet }: { view: View; sheet: VisitSheet }): ReactNode => {
  const words = deskWords(view);
  const { person, organization, received } = sheet;
  const spokenTo = received && person ? <PersonName name={person.name} other={person.other} /> : words('visit.nobody');
  return (
    <Card title={words('visit.about')}>
      <Facts
        view={view}
        facts={[
          { label: words('visit.client'), value: received && organization ? <OrganizationName view={view} organization={organization} /> : spokenTo },
          received && organization ? { label: words('visit.acts'), value: spokenTo } : null,
          { label: words('visit.reason'), value: words(`reason.${sheet.reason}`) },
          { label: words('visit.arrived'), value: <AtTime view={view} value={sheet.arrivedAt} /> },
          { label: words('visit.how'), value: words(`via.${sheet.via}`) },
          sheet.paperNumber ? { label: words('visit.paper'), value: <Ltr>{sheet.paperNumber}</Ltr> } : null,
          { label: words('visit.state'), value: words(`state.${sheet.state}`) },
        ]}
      />
      {received && person ? <LinkButton href={`/people/${person.id}`} kind="quiet" icon="person">{words('visit.sheet')}</LinkButton> : null}
    </Card>
  );
};
