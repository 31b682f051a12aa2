import { definePage } from '#core/page.ts';
import { Audio } from '#ui/audio.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Field, inputAttributes } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { recordAudio, spokenVarieties } from '../record-audio/record-audio.ts';
import { languageName } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';
import { partPage } from './part-page.tsx';

/** The spoken versions of a service, and the form that adds one. */
export const audioPage = definePage<View>({
  path: '/services/:service/audio',
  audience: 'staff',
  needs: 'directory.record-audio',
  show: partPage(({ view }) => ({ title: directoryWords(view)('audio.title'), lede: directoryWords(view)('audio.lede') }), ({ view, values, errors }, { entry }) => {
    const words = directoryWords(view);
    const f = { view, values: { variety: values.variety }, errors, required: true };
    const file = { ...f, name: 'recording', label: words('audio.file'), help: words('audio.file_help') };
    return (
      <>
        <Card>
          {entry.audio.length === 0 ? <p className="soft">{words('audio.none')}</p> : null}
          {entry.audio.map(({ id, variety }) => (
            <div key={id}>
              <strong>{languageName(view, variety)}</strong>
              <Audio view={view} src={`/audio/${id}`} lang={variety} label={words('listen', { variety: languageName(view, variety) })} />
            </div>
          ))}
        </Card>
        <Form {...f} withFile>
          <SelectField {...f} name="variety" label={words('audio.variety')} choices={spokenVarieties.map((value) => ({ value, label: languageName(view, value) }))} />
          <Field {...file}><input {...inputAttributes(file)} type="file" accept="audio/*,video/webm" /></Field>
          <Button icon="speaker">{words('audio.save')}</Button>
        </Form>
      </>
    );
  }),
  post: {
    action: recordAudio,
    input: ({ params }) => ({ subjectKind: 'service', subject: params.service }),
    leadsTo: (_, { params }) => `/services/${params.service}/audio`,
  },
});
