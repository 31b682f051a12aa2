import type { ReactNode } from 'react';
import type { IdKind } from '#core/text/id-number.ts';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { phoneOwners } from '../person/person.input.ts';
import { peopleWords } from '../words.ts';

/** How she may be reached and what her papers say; every field may stay empty. */
export const ContactFields = ({ idKinds, ...f }: FormState & { idKinds: readonly IdKind[] }): ReactNode => {
  const words = peopleWords(f.view);
  return (
    <>
      <TextField {...f} type="tel" name="phone" label={words('phone')} help={words('phone_help')} autoComplete="off" />
      <Radios {...f} name="phone_owner" label={words('phone_owner')} choices={phoneOwners.map((value) => ({ value, label: words(`owner.${value}`) }))} />
      <Checkbox {...f} required name="phone_shared" label={words('phone_shared')} />
      <TextField {...f} name="address" label={words('address')} autoComplete="off" maxLength={300} />
      <SelectField {...f} name="id_kind" label={words('id_kind')} choices={idKinds.map((value) => ({ value, label: words(`idkind.${value}`) }))} />
      <TextField {...f} ltr name="id_number" label={words('id_number')} autoComplete="off" />
      <Checkbox {...f} required name="id_seen" label={words('id_seen')} />
    </>
  );
};
