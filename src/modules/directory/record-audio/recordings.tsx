import type { ReactNode } from 'react';
import { Audio } from '#ui/audio.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Field, inputAttributes } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { languageName } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';
import type { Recording } from './audio-of.ts';
import { spokenVarieties } from './record-audio.ts';

/** The spoken versions there are, each with its variety and its player. */
export const Heard = ({ view, recordings }: { view: View; recordings: readonly Recording[] }): ReactNode =>
  recordings.map(({ id, variety }) => {
    const name = languageName(view, variety);
    return (
      <div key={id} className="heard">
        <span>{name}</span>
        <Audio view={view} src={`/audio/${id}`} lang={variety} label={directoryWords(view)('listen', { variety: name })} />
      </div>
    );
  });

/** What a page of spoken versions shows: those there are, and the form that adds one. */
export const Recordings = ({ recordings, ...typed }: FormState & { recordings: readonly Recording[] }): ReactNode => {
  const { view } = typed;
  const words = directoryWords(view);
  const f = { ...typed, values: { variety: typed.values.variety }, required: true };
  const file = { ...f, name: 'recording', label: words('audio.file'), help: words('audio.file_help') };
  return (
    <>
      <Card>
        {recordings.length === 0 ? <p className="soft">{words('audio.none')}</p> : <Heard view={view} recordings={recordings} />}
      </Card>
      <Form {...f} withFile>
        <SelectField {...f} name="variety" label={words('audio.variety')} choices={spokenVarieties.map((value) => ({ value, label: languageName(view, value) }))} />
        <Field {...file}><input {...inputAttributes(file)} type="file" accept="audio/*,video/webm" /></Field>
        <Button icon="speaker">{words('audio.save')}</Button>
      </Form>
    </>
  );
};
