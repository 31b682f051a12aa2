import type { ReactNode } from 'react';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { FreeText } from '#ui/bdi.tsx';
import { apart } from '../person/apart.ts';
import { languagesOffered } from '../person/spoken-language.ts';
import { peopleWords } from '../words.ts';
import { consentChannels } from './consent-table.ts';

interface ConsentFieldsProps extends FormState {
  /** Stands before each field's name: `consent_` inside the intake, nothing on the page of consents. */
  readonly prefix: '' | 'consent_';
  readonly witnesses: readonly { readonly account: string; readonly name: string }[];
  /** The link form asks for a yes by its very purpose. */
  readonly alwaysYes?: true;
}

/**
 * The notice to read aloud and the answer: what she said, how, before whom, in which language. Where one purpose of many is
 * asked, the notice speaks of that purpose: what goes to a partner is not read by this desk alone.
 */
export const ConsentFields = ({ prefix, witnesses, alwaysYes, ...f }: ConsentFieldsProps): ReactNode => {
  const words = peopleWords(f.view);
  const answers = (['given', 'refused'] as const).map((value) => ({ value, label: words(`answer.${value}`) }));
  const guardians = (['guardian', 'guardian-and-judge'] as const).map((value) => ({ value, label: words(`guardian.${value}`) }));
  const companion = prefix === '' ? 'companion_witness' : 'consent_companion';
  return (
    <>
      <FreeText text={words(prefix === '' && !alwaysYes ? 'notice_one' : 'notice')} />
      {alwaysYes ? null : <Radios {...f} required={prefix === ''} name={`${prefix}answer`} label={words(prefix === '' ? 'consent.agrees' : 'consent.answer')} choices={answers} />}
      <Radios {...f} required={prefix === ''} name={`${prefix}channel`} label={words('consent.channel')} choices={consentChannels.map((value) => ({ value, label: words(`channel.${value}`) }))} />
      <SelectField {...f} name={`${prefix}witness`} label={words('consent.witness')} choices={witnesses.map(({ account, name }) => ({ value: account, label: apart(name) }))} />
      <Checkbox {...f} required name={companion} label={words('consent.companion')} />
      <SelectField {...f} name={`${prefix}guardian`} label={words('consent.guardian')} choices={guardians} />
      <SelectField {...f} required={prefix === ''} name={`${prefix}language`} label={words('consent.language')} choices={languagesOffered(f.view.locale.country).map((value) => ({ value, label: words(`lang.${value}`) }))} />
    </>
  );
};
