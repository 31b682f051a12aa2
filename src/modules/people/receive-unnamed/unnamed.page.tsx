import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { nameFor, type Named } from '#core/words/named.ts';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { proposeWhereAsked, visitThatLedHere } from '../person/back-to-visit.ts';
import { personFormChoices } from '../person/person-form-choices.ts';
import { languagesOffered } from '../person/spoken-language.ts';
import { peopleWords } from '../words.ts';
import { registerUnnamed } from './register-unnamed.ts';

/** For somebody who gives no name: what she wishes to be called, and a word by which the file stays hers. */
export const unnamedPage = definePage<View>({
  path: '/people/unnamed',
  audience: 'staff',
  needs: 'people.register-unnamed',
  show: async ({ view, values, errors, search, ask }) => {
    const words = peopleWords(view);
    const f = { view, values, errors };
    const from = visitThatLedHere(search);
    const { territories } = await ask(personFormChoices, {});
    const sexes = (['female', 'male', 'unknown'] as const).map((value) => ({ value, label: words(`sex.${value}`) }));
    const readings = (['well', 'little', 'not'] as const).map((value) => ({ value, label: words(`reading.${value}`) }));
    return {
      title: words('unnamed.title'),
      body: (
        <Stack>
          <PageTitle back={from ? { href: `/desk/tickets/${from}/client`, label: words('back_to_visit') } : { href: '/people', label: words('back') }} lede={words('unnamed.lede')}>{words('unnamed.title')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextField {...f} name="alias" label={words('unnamed.alias')} help={words('unnamed.alias_help')} autoComplete="off" maxLength={60} />
              <TextField {...f} required name="word" label={words('unnamed.word')} help={words('unnamed.word_help')} autoComplete="off" maxLength={40} />
              <Radios {...f} name="sex" label={words('sex')} choices={sexes} />
              <SelectField {...f} name="territory" label={words('territory')} choices={territories.map(({ code, names }) => ({ value: code, label: nameFor(names as Named, view.locale) }))} />
              <Checkboxes {...f} name="languages" label={words('languages')} choices={languagesOffered(view.locale.country).map((value) => ({ value, label: words(`lang.${value}`) }))} />
              <Radios {...f} name="reading" label={words('reading')} choices={readings} />
              <Buttons><Button icon="check">{words('unnamed.save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: registerUnnamed, leadsTo: ({ person }, { search }) => proposeWhereAsked(search, person) ?? `/people/${person}` },
});
