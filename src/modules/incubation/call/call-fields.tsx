import type { ReactNode } from 'react';
import { nameFor } from '#core/words/named.ts';
import { plainly } from '#modules/desk/public.ts';
import type { Multilingual } from '#core/input.ts';
import { Card } from '#ui/card.tsx';
import { Checkboxes, type Choice, Radios, SelectField } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import { sexes, tieBreaks, whoApplies } from '../codes.ts';
import { paperCodes, papers } from './paper-codes.ts';

interface Offered {
  readonly forms: readonly { readonly id: string; readonly names: Multilingual; readonly version: number }[];
  /** Those in which the hub takes part today. */
  readonly programmes: readonly { readonly id: string; readonly names: Multilingual }[];
  readonly places: readonly Choice[];
  readonly timeZone: string;
  /** The code is chosen once. */
  readonly coded: boolean;
}

/** Everything a call says before its criteria and quotas. */
export const CallFields = ({ offered, ...f }: FormState & { offered: Offered }): ReactNode => {
  const words = callWords(f.view);
  return (
    <>
      <Card title={words('call.what')}>
        <MultilingualField {...f} required name="names" label={words('call.name')} />
        {offered.coded ? <TextField {...f} required ltr name="code" label={words('call.code')} help={words('call.code_help')} maxLength={40} /> : null}
        {offered.programmes.length ? <SelectField {...f} name="programme" label={words('call.programme')} choices={offered.programmes.map(({ id, names }) => ({ value: id, label: plainly(f.view, names) }))} /> : null}
        <MultilingualField {...f} name="about" label={words('call.about')} help={words('call.about_help')} rows={4} />
        <MultilingualField {...f} name="next_step" label={words('call.next_step')} help={words('call.next_step_help')} rows={2} />
      </Card>
      <Card title={words('call.window')}>
        <p className="soft">{words('call.window_help')}</p>
        <DateField {...f} required name="opens" label={words('call.opens_on')} />
        <TimeField {...f} required name="opens_hour" label={words('call.opens_hour')} />
        <DateField {...f} required name="closes" label={words('call.closes_on')} />
        <TimeField {...f} required name="closes_hour" label={words('call.closes_hour')} />
        <NumberField {...f} required name="appeal_days" label={words('call.appeal_days')} min={0} max={90} />
      </Card>
      <Card title={words('call.who')}>
        <Radios {...f} required name="applicants" label={words('call.applicants')} choices={whoApplies.map((value) => ({ value, label: words(`call.applicants.${value}`) }))} />
        <SelectField {...f} required name="territory" label={words('call.place')} choices={offered.places} />
        <NumberField {...f} name="age_lowest" label={words('call.age_lowest')} help={words('call.age_help')} min={0} max={120} />
        <NumberField {...f} name="age_highest" label={words('call.age_highest')} min={0} max={120} />
        <Checkboxes {...f} name="sexes" label={words('call.sexes')} help={words('call.sexes_help')} choices={sexes.map((value) => ({ value, label: words(`sex.${value}`) }))} />
        <NumberField {...f} required name="members_least" label={words('call.members_least')} min={1} max={1000} />
        <NumberField {...f} required name="places" label={words('call.places')} min={1} />
      </Card>
      <Card title={words('call.asks')}>
        <SelectField {...f} required name="form" label={words('call.form')} choices={offered.forms.map(({ id, names, version }) => ({ value: id, label: words('call.form_version', { name: plainly(f.view, names), version }) }))} />
        <Checkboxes {...f} name="papers" label={words('call.papers')} choices={paperCodes.map((value) => ({ value, label: nameFor(papers[value]!, f.view.locale) }))} />
        <Checkboxes {...f} name="papers_required" label={applicantWords(f.view)('call.papers_required')} help={applicantWords(f.view)('call.papers_required_help')} choices={paperCodes.map((value) => ({ value, label: nameFor(papers[value]!, f.view.locale) }))} />
        <Checkboxes {...f} name="tie_break" label={words('call.tie_break')} help={words('call.tie_break_help')} choices={tieBreaks.filter((way) => way !== 'receipt').map((value) => ({ value, label: words(`tie.${value}`) }))} />
      </Card>
    </>
  );
};
