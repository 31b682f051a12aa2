import type { ReactNode } from 'react';
import { nameFor, type Named } from '#core/words/named.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox, Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { type FormState, isChosen, textAt } from '#ui/field-values.ts';
import { peopleWords } from '../words.ts';
import { ConsentFields } from '../consent/consent-fields.tsx';
import { ContactFields } from '../contact/contact-fields.tsx';
import { typists } from '../register-person/register-person.input.ts';
import { contactFields } from './person.input.ts';
import type { PersonFormChoices } from './person-form-choices.ts';
import { languagesOffered, spokenLanguages } from './spoken-language.ts';

export interface PersonFormProps extends FormState {
  readonly choices: PersonFormChoices;
}

/** Who she is: the fields that registering and correcting share. Only the name is required. */
export const PersonFields = ({ choices, ...f }: PersonFormProps): ReactNode => {
  const words = peopleWords(f.view);
  const sexes = (['female', 'male', 'unknown'] as const).map((value) => ({ value, label: words(`sex.${value}`) }));
  const readings = (['well', 'little', 'not'] as const).map((value) => ({ value, label: words(`reading.${value}`) }));
  const places = choices.territories.map(({ code, names }) => ({ value: code, label: nameFor(names as Named, f.view.locale) }));
  // A language noted at another hub stays on the form, or correcting the sheet would lose it.
  const languages = spokenLanguages
    .filter((value) => languagesOffered(f.view.locale.country).includes(value) || isChosen(f.values, 'languages', value))
    .map((value) => ({ value, label: words(`lang.${value}`) }));
  return (
    <>
      <TextField {...f} required name="name" label={words('name')} help={words('name_help')} autoComplete="off" maxLength={200} />
      <TextField {...f} name="name_other" label={words('name_other')} help={words('name_other_help')} autoComplete="off" maxLength={200} />
      <NumberField {...f} name="birth_year" label={words('birth_year')} min={1890} max={2100} />
      <Checkbox {...f} required name="birth_year_about" label={words('birth_year_about')} />
      <Radios {...f} name="sex" label={words('sex')} choices={sexes} />
      <SelectField {...f} name="territory" label={words('territory')} choices={places} />
      <Checkboxes {...f} name="languages" label={words('languages')} choices={languages} />
      <Radios {...f} name="reading" label={words('reading')} choices={readings} />
    </>
  );
};

/** Fields that stay folded away until one of them is filled or wrong: most people give none of them. */
const contactNames = [...Object.keys(contactFields), 'birth_date'];

/**
 * Everything the intake asks of a new person, as it stands inside a form: who, the home, the data, how to reach her, who
 * types. Plain fields without a form, so that the desk may put its own around them.
 */
export const NewPersonFields = (props: PersonFormProps): ReactNode => {
  const words = peopleWords(props.view);
  return (
    <>
      <Card title={words('section.person')}>
        <PersonFields {...props} />
        <Checkbox {...props} required name="head_of_household" label={words('head_of_household')} />
      </Card>
      <Card title={words('section.consent')}>
        <ConsentFields {...props} prefix="consent_" purpose="service" notice={props.choices.notices.service} witnesses={props.choices.witnesses} />
      </Card>
      <Card>
        <details open={contactNames.some((name) => props.errors[name] || textAt(props.values, name) !== '')}>
          <summary>{words('section.contact')}</summary>
          <p className="soft">{words('section.contact_help')}</p>
          <ContactFields {...props} idKinds={props.choices.idKinds} />
          <DateField {...props} name="birth_date" label={words('birth_date')} help={words('birth_date_help')} />
        </details>
      </Card>
      <Card>
        <Radios
          {...props} values={{ typed_by: 'officer', ...props.values }} required name="typed_by" label={words('typed_by')}
          choices={typists.map((value) => ({ value, label: words(`typed.${value}`) }))}
        />
      </Card>
    </>
  );
};
