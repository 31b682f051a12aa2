import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { PersonFields } from '../person/person-form.tsx';
import { personFormChoices } from '../person/person-form-choices.ts';
import { peopleWords } from '../words.ts';
import { claimPerson } from './claim-person.ts';

/** Somebody who came without a name gives it: code, word, and who she is. Afterwards one looks whether she is known by that name already. */
export const claimPage = definePage<View>({
  path: '/people/claim',
  audience: 'staff',
  needs: 'people.claim-person',
  show: async ({ view, values, errors, search, ask }) => {
    const words = peopleWords(view);
    const f = { view, values: { code: search.code, ...values }, errors };
    return {
      title: words('claim.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/people', label: words('back') }} lede={words('claim.lede')}>{words('claim.title')}</PageTitle>
          <Form {...f}>
            <Card title={words('claim.proof')}>
              <TextField {...f} required ltr name="code" label={words('known.code')} autoComplete="off" maxLength={20} />
              <TextField {...f} required name="word" label={words('unnamed.word')} autoComplete="off" maxLength={40} />
            </Card>
            <Card title={words('section.person')}><PersonFields {...f} choices={await ask(personFormChoices, {})} /></Card>
            <Buttons><Button icon="check">{words('claim.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: claimPerson, leadsTo: ({ person }) => `/people/${person}/same` },
});
