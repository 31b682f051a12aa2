import type { ReactNode } from 'react';
import { Bdi } from '#ui/bdi.tsx';
import { hrefWith } from '#ui/href.ts';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import type { Facet } from '../copy/count-facets.ts';
import type { FoundServices } from '../service-search/search-services.ts';
import { directoryWords } from '../words.ts';
import { plainIn } from './in-lang.tsx';
import { languageName, modeName, stageName, typeName } from './names-of-codes.ts';

type Found = Pick<FoundServices, 'facets' | 'territories' | 'total'>;

/** A country is named as a whole: in Arabic it and one of its governorates may bear the same name (تونس). */
export const placeLabel = (view: View, { code, names }: Found['territories'][number]): string =>
  code.length === 2 ? directoryWords(view)('place.whole', { name: plainIn(view, names) }) : plainIn(view, names);

/** The words of a chosen code of any facet. */
function facetWord(view: View, found: Found, facet: Facet, code: string): string {
  switch (facet) {
    case 'type': return typeName(view, code);
    case 'mode': return modeName(view, code);
    case 'stage': return stageName(view, code);
    case 'language': return languageName(view, code);
    case 'territory': {
      const place = found.territories.find((one) => one.code === code);
      return place ? placeLabel(view, place) : code;
    }
  }
}

const chosenOf = ({ facets }: Found, search: Readonly<Record<string, string | undefined>>): readonly { facet: Facet; code: string; without: number }[] =>
  (Object.entries(facets.without) as [Facet, number][]).flatMap(([facet, without]) => (search[facet] ? [{ facet, code: search[facet], without }] : []));

/** What the list is narrowed to, each with a way to drop it. Nothing when nothing is chosen. */
export const ChosenFacets = ({ view, found, search }: { view: View; found: Found; search: Readonly<Record<string, string | undefined>> }): ReactNode => {
  const words = directoryWords(view);
  const chosen = chosenOf(found, search);
  if (chosen.length === 0 || found.total === 0) return null;
  return (
    <ul className="chips" aria-label={words('facet.chosen')}>
      {chosen.map(({ facet, code }) => {
        const name = facetWord(view, found, facet, code);
        return (
          <li key={facet}>
            <a href={hrefWith(view, { [facet]: null, page: null })} aria-label={words('facet.drop', { name })}>
              <Bdi>{name}</Bdi> <Icon name="cross" />
            </a>
          </li>
        );
      })}
    </ul>
  );
};

/** Which choice stands in the way: for an empty list, each chosen facet with the number found without it, the most first. */
export const FacetsInTheWay = ({ view, found, search }: { view: View; found: Found; search: Readonly<Record<string, string | undefined>> }): ReactNode => {
  const words = directoryWords(view);
  const chosen = [...chosenOf(found, search)].sort((a, b) => b.without - a.without);
  const helps = chosen.filter(({ without }) => without > 0);
  const other = search.q && chosen.length > 0 ? <li><a href={hrefWith(view, { q: null, page: null })}>{words('facet.without_words')}</a></li> : null;
  if (helps.length === 0 && !other) return null;
  return (
    <ul className="plain">
      {helps.map(({ facet, code, without }) => (
        <li key={facet}><a href={hrefWith(view, { [facet]: null, page: null })}>{words('facet.without', { name: facetWord(view, found, facet, code), count: without })}</a></li>
      ))}
      {other}
    </ul>
  );
};
