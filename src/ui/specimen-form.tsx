import type { ReactNode } from 'react';
import { Button, Buttons } from './button.tsx';
import { Checkbox, Checkboxes, Radios, SelectField } from './choice.tsx';
import { DateField, TimeField } from './date-field.tsx';
import { Faces } from './faces.tsx';
import { NumberField, TextArea, TextField } from './field.tsx';
import type { FormState } from './field-values.ts';
import { Form } from './form.tsx';
import { MultilingualField } from './multilingual-field.tsx';
import { specimenWords } from './specimen-words.ts';
import type { View } from './view.ts';

/** Every field of the kit in one form, with kept values and errors. */
export const SpecimenForm = ({ view }: { view: View }): ReactNode => {
  const say = specimenWords(view);
  const f: FormState = {
    view,
    values: { full_name: 'خديجة', phone: '+216 20 000 017', birth: '1991-03-08', needs: ['LEG', 'FIN'], title: { ar: 'ورشة الخزف', fr: 'Atelier de poterie' }, visit: '4', mode: 'site' },
    errors: { phone: say('phone_error'), 'title.en': say('title_error') },
  };
  return (
    <Form {...f}>
      <TextField {...f} required name="full_name" label={say('name')} help={say('name_help')} />
      <TextField {...f} name="phone" type="tel" label={say('phone')} />
      <DateField {...f} required name="birth" label={say('birth')} />
      <TimeField {...f} name="hour" label={say('hour')} />
      <NumberField {...f} name="duration" label={say('duration')} unit={say('minutes')} min={5} />
      <SelectField {...f} required name="state" label={say('state')} choices={[{ value: 'open', label: say('open') }, { value: 'late', label: say('late') }]} />
      <Radios
        {...f}
        required
        name="mode"
        label={say('mode')}
        choices={[{ value: 'site', label: say('mode_site') }, { value: 'visit', label: say('mode_visit'), help: say('mode_visit_help') }]}
      />
      <Checkboxes
        {...f}
        required
        name="needs"
        label={say('needs')}
        choices={[
          { value: 'LEG', label: say('need_leg'), icon: 'scales' },
          { value: 'FIN', label: say('need_fin'), icon: 'coins' },
          { value: 'MKT', label: say('need_mkt'), icon: 'stall' },
        ]}
      />
      <MultilingualField {...f} required name="title" label={say('workshop')} />
      <TextArea {...f} name="note" label={say('note')} />
      <Faces {...f} required name="visit" label={say('visit')} />
      <Checkbox {...f} required name="agreed" label={say('agree')} />
      <Buttons>
        <Button>{say('save')}</Button>
        <Button kind="quiet" name="draft" value="true">{say('draft')}</Button>
      </Buttons>
    </Form>
  );
};
