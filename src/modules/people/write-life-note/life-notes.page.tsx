import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { FreeText } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { peopleWords } from '../words.ts';
import { lifeNotes } from './life-notes.ts';
import { writeLifeNote } from './write-life-note.ts';

/** The sealed notes the reader herself wrote on a person, and a new one. */
export const lifeNotesPage = definePage<View>({
  path: '/people/:person/notes',
  audience: 'staff',
  needs: 'people.write-life-note',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = peopleWords(view);
    const { card } = await visit.ask(personSheet, { person: visit.params.person! });
    const notes = await visit.ask(lifeNotes, { person: card.id });
    const f = { view, values, errors };
    return {
      title: words('tab.notes'),
      quiet: true,
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="notes" />
          <p className="soft">{words('notes.lede')}</p>
          {notes.length === 0 ? <p className="soft">{words('notes.none')}</p> : null}
          {notes.map(({ id, kind, at, note }) => (
            <Card key={id} title={words(`notes.${kind}`)}>
              <p className="soft"><AtTime view={view} value={at} /></p>
              <FreeText text={note} />
            </Card>
          ))}
          <Card>
            <Form {...f}>
              <Radios {...f} required name="kind" label={words('notes.kind')} choices={(['household', 'situation'] as const).map((value) => ({ value, label: words(`notes.${value}`) }))} />
              <TextArea {...f} required name="note" label={words('notes.note')} maxLength={4000} />
              <Buttons><Button icon="lock">{words('notes.save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: writeLifeNote, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => `/people/${visit.params.person}/notes` },
});
