import { findTerritory } from '#modules/network/public.ts';
import { nameFor } from '#core/words/named.ts';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { targetLevels } from './levels.ts';
import { rescopeTarget, scaleOfUnit, setTarget } from './set-target.ts';
import { formPage, named } from './target-form.tsx';
import { targetChoices, targetSheet } from './target-list.query.ts';
import { targetWords } from './target-words.ts';

const HowMany = ({ f }: { f: FormState }) => {
  const words = targetWords(f.view);
  return (
    <>
      <TextField {...f} name="value" label={words('value')} help={words('value.help')} required ltr />
      <DateField {...f} name="from" label={words('from')} required />
      <DateField {...f} name="to" label={words('to')} required />
      <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
    </>
  );
};

/** A new target. A manager sets her hub's; the administrator chooses the level. */
export const setTargetPage = formPage({
  path: '/targets/new', action: setTarget, title: 'set', lede: 'set.lede', back: () => '/targets', leadsTo: ({ target }) => `/targets/${target}`,
  first: async (visit) => ({ level: (await visit.ask(targetChoices, {})).whole ? 'network' : 'hub' }),
  fields: async (f, visit) => {
    const words = targetWords(f.view);
    const { whole, indicators, hubs, regions, programmes, funders } = await visit.ask(targetChoices, {});
    return (
      <>
        <SelectField {...f} name="indicator" label={words('what')} required choices={named(f.view, indicators)} />
        <Radios {...f} name="level" label={words('level')} {...(whole ? { help: words('level.help') } : {})} required choices={targetLevels.filter((level) => whole || level === 'hub').map((value) => ({ value, label: words(`level.${value}`) }))} />
        {whole ? (
          <>
            <SelectField {...f} name="programme" label={words('programme')} choices={named(f.view, programmes)} />
            <SelectField {...f} name="region" label={words('region')} choices={regions.map((value) => { const place = findTerritory(value); return { value, label: place ? nameFor(place.names, f.view.locale) : value, named: true as const }; })} />
            <SelectField {...f} name="of_hub" label={words('hub')} choices={named(f.view, hubs)} />
            <SelectField {...f} name="funder" label={words('funder')} choices={named(f.view, funders)} />
          </>
        ) : null}
        <HowMany f={f} />
      </>
    );
  },
});

/** Re-scoping: another number or period, with the reason. */
export const rescopeTargetPage = formPage({
  path: '/targets/:target/rescope', action: rescopeTarget, title: 'rescope', lede: 'rescope.lede', back: ({ params }) => `/targets/${params.target}`,
  first: async (visit) => {
    const { counts, versions } = await visit.ask(targetSheet, { target: visit.params.target });
    const { value, from, to } = versions.at(-1)!;
    return { value: String(value / 10 ** scaleOfUnit(counts)), from, to };
  },
  fields: (f) => {
    const words = targetWords(f.view);
    return (
      <>
        <HowMany f={f} />
        <DateField {...f} name="since" label={words('since')} help={words('since.help')} />
        <TextArea {...f} name="reason" label={words('reason')} required rows={2} />
      </>
    );
  },
  input: ({ params }) => ({ target: params.target }),
});
