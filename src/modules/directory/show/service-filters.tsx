import type { ReactNode } from 'react';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import type { View } from '#ui/view.ts';
import type { Facets } from '../copy/count-facets.ts';
import { serviceFilterInput } from '../service-search/service-filter.input.ts';
import { directoryWords } from '../words.ts';
import { More } from './more.tsx';
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
  readonly facets: Facets;
  readonly territories: readonly { readonly value: string; readonly label: string }[];
  /** Staff may also ask for old entries only. */
  readonly forStaff?: boolean;
}

/** Words and facets, each choice with the number of services behind it. */
export const ServiceFilters = ({ view, values, facets, territories, forStaff }: FilterProps): ReactNode => {
  const words = directoryWords(view);
  const all = choicesOf(view);
  const f = { view, values, errors: {}, required: true };
  const counted = (facet: Readonly<Record<string, number>>, choices: readonly { value: string; label: string }[]) =>
    choices.filter(({ value }) => facet[value]).map(({ value, label }) => ({ value, label: `${label} (${facet[value]})` }));
  return (
    <Filters view={view}>
      <TextField {...f} required={false} name="q" type="search" label={words('q')} help={words('q_help')} />
      <SelectField {...f} name="type" label={words('type')} choices={counted(facets.type, all.types)} />
      <SelectField {...f} name="territory" label={words('territory')} choices={territories} />
      <More label={words('more_filters')} names={[]} errors={{}} open={['mode', 'stage', 'language', 'stale'].some((name) => values[name])}>
        <SelectField {...f} name="mode" label={words('mode')} choices={counted(facets.mode, all.modes)} />
        <SelectField {...f} name="stage" label={words('stage')} choices={counted(facets.stage, all.stages)} />
        <SelectField {...f} name="language" label={words('language')} choices={counted(facets.language, all.languages)} />
        {forStaff ? <Checkbox {...f} name="stale" value="yes" label={words('stale_only')} /> : null}
      </More>
    </Filters>
  );
};
