import type { ReactNode } from 'react';
import { countryFacts } from '#core/words/countries.ts';
import type { Country } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { controllerWords } from '../controller-words.ts';
import type { Controller } from './controllers-of.ts';

/** How one organization answers for personal data, as its hub's notice and its manager read it. */
export const ControllerFacts = ({ view, of }: { view: View; of: Controller }): ReactNode => {
  const words = controllerWords(view);
  return (
    <Facts view={view} facts={[
      { label: words('regime'), value: words(`regime.${of.regime}`) },
      { label: words('basis'), value: words(`basis.${of.basis}`) },
      { label: words('retention'), value: words('months', { count: of.months }) },
      { label: words('hosting'), value: nameFor(countryFacts[of.hosting as Country].name, view.locale) },
      { label: words('declaration'), value: <>{words(`declaration.${of.declaration}`)}{of.number ? <> · <Ltr>{of.number}</Ltr></> : null}{of.declaredOn ? <> · <CalendarDate view={view} value={of.declaredOn} /></> : null}</> },
      of.contact ? { label: words('contact'), value: <Bdi>{of.contact}</Bdi> } : null,
    ]} />
  );
};
