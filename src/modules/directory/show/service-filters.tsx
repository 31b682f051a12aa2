import type { ReactNode } from 'react';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import type { View } from '#ui/view.ts';
import type { FoundServices } from '../service-search/search-services.ts';
import { serviceFilterInput } from '../service-search/service-filter.input.ts';
import type { Facet } from '../copy/count-facets.ts';
import { directoryWords } from '../words.ts';
import { More } from './more.tsx';
import { placeLabel } from './chosen-facets.tsx';
import { choicesOf } from './names-of-codes.ts';

/** The filter in an address; parts that cannot be read are left out rather than refused. */
export function filterOf(search: Readonly<Record<string, string | undefined>>, lang: string): Record<string, unknown> {
  const names = ['q', 'type', 'stage', 'mode', 'territory', 'language', 'stale', 'sort', 'page'];
  const given = Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const known = Object.fromEntries(Object.entries(given).filter(([name, value]) => serviceFilterInput.safeParse({ [name]: value }).success));
  return { ...known, lang: lang === 'fr' || lang === 'en' ? lang : 'ar' };
}

interface FilterProps {
  readonly view: View;
  readonly values: Readonly<Record<string, unknown>>;
  readonly found: Pick<FoundServices, 'facets' | 'territories'>;
  /** Staff may also ask for old entries only. */
  readonly forStaff?: boolean;
}

/** Words and facets, each choice with the number of services behind it. */
export const ServiceFilters = ({ view, values, found: { facets, territories }, forStaff }: FilterProps): ReactNode => {
  const words = directoryWords(view);
  const all = choicesOf(view);
  const f = { view, values, errors: {}, required: true };
  const number = new Intl.NumberFormat(view.locale.tag);
  // What is chosen stays in the list, also when nothing answers it: the form must say what the address says.
  const counted = (name: Facet, choices: readonly { value: string; label: string }[]) =>
    choices.filter(({ value }) => facets[name][value] || values[name] === value)
      .map(({ value, label }) => ({ value, label: `${label} (${number.format(facets[name][value] ?? 0)})` }));
  const places = counted('territory', territories.map((place) => ({ value: place.code, label: placeLabel(view, place) })));
  return (
    <Filters view={view}>
      <TextField {...f} required={false} name="q" type="search" label={words('q')} help={words('q_help')} />
      <SelectField {...f} orAll name="type" label={words('type')} choices={counted('type', all.types)} />
      <SelectField {...f} orAll name="territory" label={words('territory')} choices={places} />
      <More label={words('more_filters')} names={[]} errors={{}} open={['mode', 'stage', 'language', 'stale'].some((name) => values[name])}>
        <SelectField {...f} orAll name="mode" label={words('mode')} choices={counted('mode', all.modes)} />
        <SelectField {...f} orAll name="stage" label={words('stage')} choices={counted('stage', all.stages)} />
        <SelectField {...f} orAll name="language" label={words('language')} choices={counted('language', all.languages)} />
        {forStaff ? <Checkbox {...f} name="stale" value="yes" label={words('stale_only')} /> : null}
      </More>
    </Filters>
  );
};
