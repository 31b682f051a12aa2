import type { ReactNode } from 'react';
import { type Choice, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { networkWords } from '../words.ts';

/** What the plate on a hub's door says, as fields. */
export const PlateFields = ({ f, places }: { f: FormState; places: readonly Choice[] }): ReactNode => {
  const words = networkWords(f.view);
  return (
    <>
      <MultilingualField {...f} name="names" label={words('hub.names')} help={words('one_language_enough')} required />
      <MultilingualField {...f} name="welcomes" label={words('hub.welcomes')} rows={3} />
      <SelectField {...f} name="territory" label={words('hub.place')} choices={places} />
      <MultilingualField {...f} name="address" label={words('hub.address')} />
      <TextField {...f} name="phone" type="tel" label={words('hub.phone')} />
      <TextField {...f} name="email" type="email" label={words('hub.email')} />
      <TextField {...f} name="website" type="url" label={words('hub.website')} />
    </>
  );
};
