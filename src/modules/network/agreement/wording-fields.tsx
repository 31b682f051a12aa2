import type { ReactNode } from 'react';
import { Checkboxes, type Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { namedChoices } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { openingNames, openings } from './agreement-kind.ts';

/** The wording of one version, as fields. */
export const WordingFields = ({ f, bodies }: { f: FormState; bodies: readonly Choice[] }): ReactNode => {
  const words = networkWords(f.view);
  return (
    <>
      <MultilingualField {...f} name="titles" label={words('agreement.titles')} help={words('one_language_enough')} required />
      <Checkboxes {...f} name="parties" label={words('agreement.parties')} help={words('agreement.parties_help')} required choices={bodies} />
      <Checkboxes {...f} name="opens" label={words('agreement.opens')} help={words('agreement.opens_help')} choices={namedChoices(f.view, openings, openingNames)} />
      <DateField {...f} name="valid_from" label={words('agreement.valid_from')} required />
      <DateField {...f} name="valid_until" label={words('agreement.valid_until')} help={words('agreement.until_help')} required />
      <MultilingualField {...f} name="terms" label={words('agreement.terms')} rows={6} />
    </>
  );
};
