import type { ReactNode } from 'react';
import { countryFacts } from '#core/words/countries.ts';
import type { Country } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';

/** The law of one country and whom one may turn to; where it was not studied the notice says so. */
export const Law = ({ view, country }: { view: View; country: Country }): ReactNode => {
  const words = portalWords(view);
  const { name, dataLaw } = countryFacts[country];
  return (
    <section>
      <h3>{nameFor(name, view.locale)}</h3>
      {dataLaw ? (
        <>
          <p>{words('notice.law', { law: nameFor(dataLaw.name, view.locale), authority: nameFor(dataLaw.authority, view.locale) })}</p>
          {country === 'TN' || country === 'MA' ? <p>{words(`notice.law_${country}`)}</p> : null}
        </>
      ) : <p>{words('notice.no_law')}</p>}
    </section>
  );
};
