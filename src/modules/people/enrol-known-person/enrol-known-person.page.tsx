import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { ConsentFields } from '../consent/consent-fields.tsx';
import { personFormChoices } from '../person/person-form-choices.ts';
import { peopleWords } from '../words.ts';
import { enrolKnownPerson } from './enrol-known-person.ts';

/** Links a file of another hub by what its owner tells and agrees to. */
export const enrolKnownPersonPage = definePage<View>({
  path: '/people/known',
  audience: 'staff',
  needs: 'people.enrol-known-person',
  show: async ({ view, values, errors, ask }) => {
    const words = peopleWords(view);
    const f = { view, values, errors };
    const { witnesses, notices } = await ask(personFormChoices, {});
    return {
      title: words('known.title'),
      body: (
        <Stack>
          <PageTitle lede={words('known.lede')} back={{ href: '/people', label: words('back') }}>{words('known.title')}</PageTitle>
          <Form {...f}>
            <TextField {...f} required ltr name="code" label={words('known.code')} autoComplete="off" maxLength={20} />
            <NumberField {...f} name="birth_year" label={words('birth_year')} help={words('known.birth_year_help')} min={1890} max={2100} />
            <TextField {...f} name="word" label={words('unnamed.word')} help={words('known.word_help')} autoComplete="off" maxLength={40} />
            <ConsentFields {...f} prefix="" alwaysYes purpose="known-elsewhere" notice={notices['known-elsewhere']} witnesses={witnesses} />
            <Buttons><Button icon="check">{words('known.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: enrolKnownPerson, leadsTo: ({ person }) => `/people/${person}` },
});
