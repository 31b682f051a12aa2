import type { ReactNode } from 'react';
import { Card } from '#ui/card.tsx';
import { Checkbox, Checkboxes, type Choice, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { lossKinds, textStatuses } from '../entry/service.input.ts';
import { choicesOf, languageName } from '../show/names-of-codes.ts';
import { More } from '../show/more.tsx';
import { directoryWords } from '../words.ts';
import { CostRows, DocumentRows, LossRows } from './rows-of-form.tsx';

export interface FormProps {
  readonly f: FormState & { readonly view: View };
  readonly organizations: readonly Choice[];
  readonly territories: readonly Choice[];
  readonly currency: string;
}

/** The fields of a service's entry, the same when it is listed and when it is corrected. */
export const ServiceFields = (props: FormProps): ReactNode => {
  const { f, organizations } = props;
  const words = directoryWords(f.view);
  const { types, stages, modes, languages } = choicesOf(f.view);
  const short = types.map(({ value, label }) => ({ value, label }));
  return (
    <>
      <Card title={words('sheet.about')}>
        <MultilingualField {...f} required name="names" label={words('form.names')} help={words('form.names_help')} />
        <MultilingualField {...f} name="descriptions" rows={4} label={words('form.descriptions')} />
        <More label={words('form.text_origins')} names={['textStatus']} errors={f.errors}><TextOrigins f={f} /></More>
        <SelectField {...f} required name="mainType" label={words('form.main_type')} choices={types} />
        <More label={words('form.other_types')} names={['otherTypes']} errors={f.errors}>
          <Checkboxes {...f} name="otherTypes" label={words('form.other_types')} choices={short} />
        </More>
      </Card>
      <Card title={words('form.section_who')}>
        <SelectField {...f} required name="organization" label={words('form.organization')} choices={organizations} />
        <Checkboxes {...f} required name="modes" label={words('mode')} choices={modes} />
        <Checkboxes {...f} name="stages" label={words('stage')} help={words('form.stages_help')} choices={stages} />
        <More label={words('language')} names={['languages']} errors={f.errors}>
          <Checkboxes {...f} name="languages" label={words('language')} choices={languages} />
        </More>
        <More label={words('form.areas')} names={['areas']} errors={f.errors}>
          <Checkboxes {...f} name="areas" label={words('form.areas')} help={words('form.areas_help')} choices={props.territories} />
        </More>
        <Checkbox {...f} name="childcare" label={words('childcare')} />
        <Checkbox {...f} name="transportHelp" label={words('transport')} />
      </Card>
      <Card title={words('sheet.contact')}>
        <TextField {...f} name="phone" type="tel" label={words('sheet.phone')} />
        <TextField {...f} name="email" type="email" label={words('sheet.email')} />
        <TextField {...f} name="url" type="url" label={words('sheet.url')} />
        <Checkbox {...f} name="listed" label={words('form.listed')} help={words('form.listed_help')} />
        <Checkbox {...f} name="delicate" label={words('form.delicate')} help={words('form.delicate_help')} />
      </Card>
      <Card title={words('form.section_price')}>
        <DocumentRows f={f} />
        <CostRows f={f} currency={props.currency} />
        <LossRows f={f} kinds={lossKinds} />
      </Card>
      <Card title={words('form.section_origin')}>
        <MultilingualField {...f} name="bornOf" rows={2} label={words('form.born_of')} />
        <TextField {...f} name="bornOfReference" ltr label={words('form.born_of_reference')} />
      </Card>
    </>
  );
};

const TextOrigins = ({ f }: Pick<FormProps, 'f'>): ReactNode => {
  const words = directoryWords(f.view);
  const choices = textStatuses.map((value) => ({ value, label: words(`text.${value}`) }));
  return (['ar', 'fr', 'en'] as const).map((lang) => (
    <SelectField key={lang} {...f} name={`textStatus.${lang}`} label={words('form.text_status', { language: languageName(f.view, lang) })} choices={choices} />
  ));
};
