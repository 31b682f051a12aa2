import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { Checkbox, Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import type { EntryKind } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import { codeWord, fieldWord } from './entry-words.ts';
import { type CodedName, type entryFields, fieldCodes } from './entry-fields.ts';

/** Bodies one may choose from, by id and name. */
export type Bodies = readonly { readonly id: string; readonly names: Multilingual }[];

const LONG = 7;

/** One field of an entry as its kind asks for it; nothing is kept by the browser for the next time. */
export const EntryField = ({ form, kind, asked, bodies }: { form: FormState; kind: EntryKind; asked: (typeof entryFields)['note'][number]; bodies: Bodies }): ReactNode => {
  const words = confidentialWords(form.view);
  const { name, is, required = false } = asked;
  const f = { ...form, name, required, label: fieldWord(form.view, kind, name), autoComplete: 'off' };
  const choices = is === 'one' || is === 'some' ? fieldCodes[name as CodedName].map((value) => ({ value, label: codeWord(form.view, name, value) })) : [];
  switch (is) {
    case 'line': return <TextField {...f} maxLength={200} />;
    case 'number': return <TextField {...f} ltr maxLength={7} />;
    case 'lines': return <TextArea {...f} rows={name === 'words' ? 5 : 3} maxLength={name === 'words' ? 10_000 : 2_000} />;
    case 'day': return <DateField {...f} />;
    case 'time': return <TextField {...f} ltr maxLength={5} help={words('field.hour_help')} />;
    case 'yes': return <Checkbox {...f} />;
    case 'some': return <Checkboxes {...f} choices={choices} />;
    case 'one': return choices.length > LONG ? <SelectField {...f} choices={choices} /> : <Radios {...f} choices={choices} />;
    case 'body': return bodies.length === 0 ? null : <SelectField {...f} choices={bodies.map(({ id, names }) => ({ value: id, label: inLanguage(names, form.view.locale.lang).text, named: true as const }))} />;
  }
};
