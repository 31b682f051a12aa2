import type { ConflictOffer } from '#core/edit-conflict.ts';
import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EditConflicts, SeenFields } from '#ui/edit-conflict.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { PersonFields } from '../person/person-form.tsx';
import { personFormChoices } from '../person/person-form-choices.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { peopleWords } from '../words.ts';
import { correctPerson } from './correct-person.ts';
import { shownConflicts } from './shown-conflicts.ts';

/** The sheet of a person as a form, to put right what is wrong; where a colleague was quicker, both values are shown. */
export const correctPersonPage = definePage<View>({
  path: '/people/:person/correct',
  audience: 'staff',
  needs: 'people.correct-person',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = peopleWords(view);
    const { card } = await visit.ask(personSheet, { person: visit.params.person! });
    const noted = {
      name: card.name, name_other: card.other, birth_year: card.birthYear, birth_year_about: card.birthYearAbout, sex: card.sex,
      territory: card.territory, languages: card.languages, reading: card.reading,
    };
    const typed = Object.keys(visit.values).length > 0;
    const f = { view, errors, values: typed ? visit.values : { ...noted, birth_year_about: String(noted.birth_year_about) } };
    const offer = visit.refusal?.code === 'people.edited-meanwhile' ? (visit.refusal.offer as unknown as ConflictOffer) : undefined;
    // The page is opened on what stands now; shown again, on what it was opened on.
    const seen = offer?.seen ?? (typed ? String(visit.values.seen ?? '{}') : noted);
    return {
      title: words('correct.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/people/${card.id}`, label: words('tab.sheet') }}>{words('correct.title')}</PageTitle>
          <Form {...f} action={`/people/${card.id}/correct`}>
            <SeenFields seen={seen} shown={offer?.shown} />
            {offer ? <EditConflicts {...f} conflicts={shownConflicts(offer.conflicts, view)} /> : null}
            <PersonFields {...f} choices={await visit.ask(personFormChoices, {})} />
            <Buttons><Button icon="check">{words('correct.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: correctPerson, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => `/people/${visit.params.person}` },
});
