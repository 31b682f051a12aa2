import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { PersonName } from '#ui/bdi.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Tab, Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import type { PersonCard } from '../person/person-card.ts';
import { visitThatLedHere } from '../person/back-to-visit.ts';
import { peopleWords } from '../words.ts';

type Side = 'sheet' | 'contact' | 'consent' | 'household' | 'cases' | 'applications' | 'notes' | 'documents' | 'means' | 'rights' | 'looks';

const needs: Readonly<Record<Side, string>> = {
  sheet: 'people.person-sheet', contact: 'people.person-contact', consent: 'people.record-consent',
  household: 'people.form-household', cases: 'accompaniment.cases-of-person', applications: 'incubation.applications-of-person', notes: 'people.write-life-note',
  documents: 'documents.document-list', means: 'currency.holder-sheet', rights: 'rights.person-requests', looks: 'people.who-looked',
};

/** The head of every page of one person: her name, and the sides of her file the reader may open. The others are not hinted at. */
export const PersonHead = ({ visit, card, side, actions }: { visit: Visit<View>; card: PersonCard; side: Side; actions?: ReactNode }): ReactNode => {
  const words = peopleWords(visit.view);
  const tabs: Tab[] = (Object.keys(needs) as Side[]).filter((each) => visit.may(needs[each])).map((each) => ({
    href: each === 'sheet' ? `/people/${card.id}` : `/people/${card.id}/${each}`, label: words(`tab.${each}`), current: each === side,
  }));
  const from = visitThatLedHere(visit.search);
  const back = from ? { href: `/desk/tickets/${from}`, label: words('back_to_visit') } : { href: '/people', label: words('back') };
  return (
    <>
      <PageTitle back={back} actions={actions}><PersonName name={card.name} other={card.other} /></PageTitle>
      <Tabs view={visit.view} label={words('tabs')} tabs={tabs} />
    </>
  );
};
