import type { ReactNode } from 'react';
import type { Multilingual } from '#core/input.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import type { Place } from '../entry/entry.ts';
import { directoryWords } from '../words.ts';
import { InLang } from './in-lang.tsx';

/** The territory, unless the town before it bears the same name in any language. */
const Territory = ({ view, names, locality }: { view: View; names: Multilingual; locality: string | null }): ReactNode =>
  Object.values(names).includes(locality ?? '') ? null : <InLang view={view} value={names} />;

/** The places of a service, each with its address, its territory and what makes it accessible. */
export const Places = (props: { view: View; places: readonly Place[]; territories: Readonly<Record<string, Multilingual>> }): ReactNode => {
  const { view, places, territories } = props;
  const words = directoryWords(view);
  if (places.length === 0) return <p className="soft">{words('sheet.no_places')}</p>;
  return (
    <ul className="plain">
      {places.map((place) => (
        <li key={place.id}>
          <Icon name="pin" /> <strong><InLang view={view} value={place.names} /></strong>{' '}
          <InLang view={view} value={place.address} /> <Ltr>{place.postalCode}</Ltr> <Bdi>{place.locality}</Bdi>{' '}
          {place.territory ? <Territory view={view} names={territories[place.territory] ?? { en: place.territory }} locality={place.locality} /> : null}
          {place.url ? <> <a href={place.url} rel="noreferrer"><Ltr>{place.url}</Ltr></a></> : null}
          {place.accessibility.length ? (
            <small className="soft"> · {place.accessibility.map((code) => words(`accessible.${code}` as 'accessible.lift')).join(' · ')}</small>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
